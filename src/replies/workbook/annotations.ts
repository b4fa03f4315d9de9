// Which cells are marked and what is said of them, row by row.
import { type Header, readHeader } from '../../checking/header.ts'
import type { Problem, Report } from '../../checking/report.ts'
import type { Language } from '../../moodle/language.ts'
import { isRepair } from '../kinds.ts'
import { problemSentence } from '../problem-sentence.ts'
import { type Mark, marks } from './sheet.ts'
import { signs, workbookWords } from './words.ts'

export type Annotations = {
  /** Problems of each row that says something, the header being 1. */
  readonly byRow: ReadonlyMap<number, readonly Problem[]>
  /** Numbers of the data rows that need a person. */
  readonly toReview: ReadonlySet<number>
  /** Posted column of a problem, from 0; null: the row as a whole. */
  readonly columnOf: (problem: Problem) => number | null
  /** One sentence a line, each behind its sign, what matters most first. */
  readonly textOf: (problems: readonly Problem[]) => string
}

/** What a report says of the cells of its table; what is only good to know marks no cell. */
export function annotationsOf(report: Report, language: Language): Annotations {
  const header = readHeader(report.file.columns, () => [])
  const told = report.problems.filter((problem) => problem.severity !== 'info' || isRepair(problem))
  const placed = told.filter((problem) => problem.row !== null)
  const faulty = placed.filter((problem) => problem.severity !== 'info' && problem.row !== 1)
  return {
    byRow: Map.groupBy(placed, ({ row }) => row ?? 0),
    toReview: new Set(faulty.map(({ row }) => row ?? 0)),
    columnOf: (problem) => columnOf(problem, header),
    textOf: teller(language),
  }
}

export const markOf = ({ severity }: Problem): Mark => (severity === 'info' ? 'repaired' : severity)

/** The mark that matters most. */
export const worstOf = (problems: readonly Problem[]): Mark =>
  marks.find((mark) => problems.some((problem) => markOf(problem) === mark)) ?? 'repaired'

/** The column that the check read, the first of its name; in the header the posted name tells the others apart. */
function columnOf({ row, field, value }: Problem, { columns }: Header): number | null {
  const named = field === null ? [] : columns.filter(({ name }) => name === field)
  const posted = row === 1 ? named.find((column) => column.posted === value) : undefined
  return (posted ?? named[0])?.index ?? null
}

/** Sentences told of one cell or row; more would not be read. */
const most = 10

function teller(language: Language): Annotations['textOf'] {
  const said = new Map<string, string>()
  const say = (problem: Problem): string => {
    const key = JSON.stringify([problem.code, problem.field, problem.value, problem.values, problem.fix])
    const known = said.get(key)
    if (known !== undefined) return known
    const text = `${signs[markOf(problem)]} ${problemSentence(problem, language)}`
    said.set(key, text)
    return text
  }
  return (problems) => {
    const ranked = marks.flatMap((mark) => problems.filter((problem) => markOf(problem) === mark))
    const left = ranked.length - most
    return [...ranked.slice(0, most).map(say), ...(left > 0 ? [workbookWords[language].more(left)] : [])].join('\n')
  }
}
