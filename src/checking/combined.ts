// One table of a posted file and of the rows that came before it, so that the rules see them side by side.
import { printTable } from '../table/print.ts'
import type { Delimiter, Row } from '../table/table.ts'
import { type CanonicalRows, underColumns, without } from './canonical-rows.ts'
import { type Header, readHeader } from './header.ts'
import type { Opened } from './open.ts'
import { notSuperseded, type Said } from './superseded.ts'

/** Where a row comes from: marked as done, good before, or posted now. */
export type Origin = { readonly from: 'handed' | 'good' | 'posted'; readonly row: Row }

export type Combined = {
  /** To be checked; its rows, from 2, are those of `origins`. */
  readonly text: string
  readonly origins: readonly Origin[]
  /** What people are told of: the posted columns but for ours, then those that only earlier good rows have. */
  readonly columns: readonly string[]
  /** A row under those columns. */
  readonly told: (row: Row) => Row
  /** Columns that nothing but rows marked as done has. */
  readonly onlyHanded: ReadonlySet<string>
  /** How many good rows, then rows marked as done, are numbered after the last posted row. */
  readonly earlier: { readonly last: number; readonly good: number; readonly handed: number }
}

export type Earlier = { readonly good: CanonicalRows; readonly handed: CanonicalRows }

/**
 * Handed rows come first, then good ones, then those of the file but for the rows numbered in `leftOut`. Posted rows keep
 * their numbers, earlier ones get those after the last posted one: first the good, then the handed.
 */
export function combine(
  opened: Opened,
  earlier: Earlier,
  leftOut: ReadonlySet<number>,
  delimiter: Delimiter,
): Combined {
  const posted = Array.from(opened.rows())
  const own = ownColumns(readHeader(opened.columns, () => posted, opened.source.delimiter))
  const said = posted.map(({ cells }) => saidIn(cells, own.isOurs))
  const good = notSuperseded(without(earlier.good, earlier.handed), own.names, said)
  const isNew = (name: string) => !own.names.includes(name)
  const ofGood = good.columns.filter(isNew)
  const ofHanded = earlier.handed.columns.filter((name) => isNew(name) && !ofGood.includes(name))
  const added = [...ofGood, ...ofHanded]
  const names = [...own.names, ...added]
  const last = posted.at(-1)?.number ?? 1
  const origins = [
    ...originsOf('handed', earlier.handed, names, last + good.rows.length),
    ...originsOf('good', good, names, last),
    ...posted.filter(({ number }) => !leftOut.has(number)).map((row) => postedOrigin(row, own.isOurs, added.length)),
  ]
  const text = printTable([names, ...origins.map(({ row }) => row.cells)], delimiter)
  const columns = added.length === 0 ? own.posted : own.names.map((name, index) => name || own.posted[index]!)
  const first = own.names.length + ofGood.length
  return {
    text,
    origins,
    columns: [...columns, ...ofGood],
    told: (row) => ({ ...row, cells: row.cells.toSpliced(first, ofHanded.length) }),
    onlyHanded: new Set(ofHanded),
    earlier: { last, good: good.rows.length, handed: earlier.handed.rows.length },
  }
}

/** The columns of the file but for that of the problems, under canonical names; '' for one that is left out. */
function ownColumns({ columns, kept }: Header) {
  const own = columns.filter(({ kind }) => kind !== 'ours')
  return {
    posted: own.map(({ posted }) => posted),
    names: own.map((column) => (kept.includes(column) || column.kind === 'forbidden' ? column.name : '')),
    isOurs: columns.map(({ kind }) => kind === 'ours'),
  }
}

function originsOf(from: Origin['from'], { columns, rows }: CanonicalRows, names: readonly string[], last: number) {
  const laidOut = underColumns(columns, names)
  return rows.map((cells, index): Origin => {
    return { from, row: { number: last + 1 + index, cells: laidOut(cells), line: null } }
  })
}

function saidIn(cells: readonly string[], isOurs: readonly boolean[]): Said {
  return { cells: ownCells(cells, isOurs), problem: cells[isOurs.indexOf(true)] ?? '' }
}

const ownCells = (cells: readonly string[], isOurs: readonly boolean[]): readonly string[] =>
  cells.filter((_, index) => isOurs[index] !== true)

/** A row that is too short or too long stays so, by as many cells. */
function postedOrigin({ number, cells }: Row, isOurs: readonly boolean[], added: number): Origin {
  const own = ownCells(cells, isOurs)
  const width = isOurs.filter((ours) => !ours).length
  const padding = Array.from({ length: own.length < width ? 0 : added }, () => '')
  return {
    from: 'posted',
    row: { number, cells: [...own.slice(0, width), ...padding, ...own.slice(width)], line: null },
  }
}
