// What the names of the columns mean: which column each is, how surely, and what becomes of it.
import {
  type ColumnKind,
  columnAliases,
  columnKind,
  enrolmentFields,
  isNumberedField,
  mandatoryColumns,
  personFields,
  splitNumber,
} from '../moodle/fields.ts'
import type { Delimiter, Row } from '../table/table.ts'
import { within } from './distance.ts'
import { control, invisible, isBlank, normalized, squeeze, trimBlanks } from './fold.ts'
import { lazily } from './lazily.ts'

/** How the posted name became the name of a column. */
export type Naming = 'exact' | 'spelling' | 'alias' | 'number-added' | 'number-shortened' | 'none'

export type Column = {
  readonly index: number
  readonly posted: string
  /** Canonical name; for an unknown column the posted one, tidied. */
  readonly name: string
  /** The name without its number, and the number. */
  readonly field: string
  readonly number: number | null
  /** `ours`: the column of problems that this service adds to the rows it hands back. */
  readonly kind: ColumnKind | 'unknown' | 'unnamed' | 'ours'
  readonly naming: Naming
  /** For an unknown column: what was probably meant. */
  readonly meant: string | null
}

export interface Header {
  /** Null for a spreadsheet. */
  readonly delimiter: Delimiter | null
  readonly columns: readonly Column[]
  /** Columns of the corrected file: read, and the first of their name. */
  readonly kept: readonly Column[]
  column(name: string): Column | undefined
  /** True when a data row has something other than blanks in that column. */
  isFilled(column: Column): boolean
  /** True when two columns hold the same text in every data row. */
  areSame(a: Column, b: Column): boolean
}

/** Names the columns of a posted header row. `rows` gives the data rows, as often as asked. */
export function readHeader(
  cells: readonly string[],
  rows: () => Iterable<Row>,
  delimiter: Delimiter | null = null,
): Header {
  const first = cells.map((posted, index) => nameColumn(posted, index))
  const columns = first.map((column) => guessMeaning(shortenNumber(addNumber(column, first), first), first))
  const kept = columns.filter((it) => it.kind === 'read' && columns.find((other) => other.name === it.name) === it)
  const filled = lazily(() => filledColumns(columns.length, rows()))
  return {
    delimiter,
    columns,
    kept,
    column: (name) => columns.find((column) => column.name === name),
    isFilled: (column) => filled()[column.index] === true,
    areSame: (a, b) => haveSameCells(a.index, b.index, rows()),
  }
}

/** Nobody enrols a person in so many courses at once: a longer header is no header. */
export const mostColumns = 1000

const headerWords = new Set<string>(['username', 'course1', 'firstname', 'lastname', 'email', 'role1'])

/** How many known column names a line holds; 100 more when it is unmistakably the header (policy, "title lines"). */
export function headerScore(cells: readonly string[]): number {
  const columns = cells.slice(0, mostColumns).map((posted, index) => nameColumn(posted, index))
  const named = columns.map((column) => addNumber(column, columns))
  const words = new Set(
    named.filter(({ kind, naming }) => kind === 'read' && naming !== 'none').map(({ name }) => name),
  )
  const mandatory = [...words].filter((name) => headerWords.has(name)).length
  const unmistakable = (words.has('username') || words.has('course1')) && mandatory >= 3
  return words.size + (unmistakable ? 100 : 0)
}

function nameColumn(posted: string, index: number): Column {
  const tidy = trimBlanks(normalized(posted, 'NFC').replace(invisible, '').replace(control, ''))
  const lower = tidy.toLowerCase()
  const unknown = { index, posted, name: tidy, field: tidy, number: null, meant: null, naming: 'none' } as const
  if (tidy === '') return { ...unknown, kind: 'unnamed' }
  if (lower === 'problem') return { ...unknown, kind: 'ours' }
  const known =
    named(lower, index, posted, posted === lower ? 'exact' : 'spelling') ??
    named(squeeze(lower), index, posted, 'spelling')
  return known ?? aliased(squeeze(lower), index, posted) ?? { ...unknown, kind: 'unknown' }
}

function named(name: string, index: number, posted: string, naming: Naming): Column | null {
  const kind = columnKind(name)
  if (kind === null) return null
  const { field, digits } = splitNumber(name)
  return { index, posted, name, field, number: digits === null ? null : Number(digits), kind, naming, meant: null }
}

function aliased(squeezed: string, index: number, posted: string): Column | null {
  const { field: word, digits } = splitNumber(squeezed)
  const field = columnAliases.get(word) ?? (enrolmentFields.some((it) => it === word) ? word : undefined)
  if (field === undefined || (digits !== null && !isNumberedField(field))) return null
  const number = digits === null ? null : Number(digits)
  const kind = isNumberedField(field) && digits === null ? 'unknown' : 'read'
  const naming = kind === 'unknown' ? 'none' : 'alias'
  return { index, posted, name: field + (digits ?? ''), field, number, kind, naming, meant: null }
}

/** `course` alone is `course1` when the file has at most one course column and none of that name with 1. */
function addNumber(column: Column, all: readonly Column[]): Column {
  if (column.kind !== 'unknown' || !isNumberedField(column.field)) return column
  const courses = all.filter(({ field }) => field === 'course')
  const name = `${column.field}1`
  const isTaken = all.some((other) => other !== column && (other.name === name || other.name === column.name))
  if (courses.length > 1 || isTaken) return { ...column, meant: name }
  return { ...column, name, number: 1, kind: columnKind(name) ?? 'unknown', naming: 'number-added' }
}

/** `course01` with `role01` is `course1` with `role1`; beside a `role1` the numbers do not pair and nothing is changed. */
function shortenNumber(column: Column, all: readonly Column[]): Column {
  const { digits } = splitNumber(column.name)
  if (column.kind !== 'read' || digits === null || !/^0\d/.test(digits)) return column
  if (slotSpellings(Number(digits), all).size > 1) return column
  return { ...column, name: column.field + String(Number(digits)), naming: 'number-shortened' }
}

/** The ways the number of one slot is written in a header: one when its columns pair. */
export function slotSpellings(number: number, columns: readonly Column[]): ReadonlySet<string> {
  const slot = columns.filter((column) => column.kind === 'read' && column.number === number)
  return new Set(slot.map((column) => splitNumber(column.name).digits ?? ''))
}

/** A name of five letters or more within two edits of a known one; a digit is never changed. */
function guessMeaning(column: Column, all: readonly Column[]): Column {
  if (column.kind !== 'unknown' || column.meant !== null) return column
  const { field: word, digits } = splitNumber(squeeze(column.name))
  if (word.replace(/[^\p{L}]/gu, '').length < 5 || /\d/.test(word)) return column
  const field = (digits === null ? meantBy(word, personWords) : null) ?? meantBy(word, enrolmentWords)
  if (field === null) return column
  const meant = isNumberedField(field) ? field + (digits ?? '1') : field
  return all.some((other) => other.name === meant && other.kind === 'read') ? column : { ...column, meant }
}

/** The only field of which a word is that near. Two edits make another word of a short alias (`stage` is no `start`). */
function meantBy(word: string, words: ReadonlyMap<string, string>): string | null {
  const near = [...words].filter(([known, field]) => within(word, known, known === field || known.length > 6 ? 2 : 1))
  const fields = new Set(near.map(([, field]) => field))
  return fields.size === 1 ? ([...fields][0] ?? null) : null
}

const wordsFor = (fields: readonly string[]): ReadonlyMap<string, string> =>
  new Map([...fields.map((it) => [it, it] as const), ...[...columnAliases].filter(([, it]) => fields.includes(it))])
const personWords = wordsFor(personFields)
const enrolmentWords = wordsFor(enrolmentFields)

/** Mandatory columns that no column is, nor was probably meant to be. */
export function missingColumns(header: Header): readonly string[] {
  return mandatoryColumns.filter(
    (name) =>
      !header.columns.some((column) => (column.kind === 'read' && samePlace(column, name)) || column.meant === name),
  )
}

/** `course01` stands where `course1` is asked for, even when its numbers do not pair: that is another fault. */
const samePlace = (column: Column, name: string): boolean =>
  column.name === name || (column.number !== null && column.field + String(column.number) === name)

function filledColumns(count: number, rows: Iterable<Row>): readonly boolean[] {
  const filled: boolean[] = Array.from({ length: count }, () => false)
  for (const { cells } of rows) {
    for (let i = 0; i < count; i++) if (!filled[i] && !isBlank(cells[i] ?? '')) filled[i] = true
  }
  return filled
}

function haveSameCells(a: number, b: number, rows: Iterable<Row>): boolean {
  for (const { cells } of rows) if ((cells[a] ?? '') !== (cells[b] ?? '')) return false
  return true
}
