// The annotated workbook also shows rows that are good but for a warning: mended there and posted back, they take the
// place of the good rows that they were, instead of coming beside them.
import type { CanonicalRows } from './canonical-rows.ts'
import { fold } from './fold.ts'

/** Starts what is said beside such a row; what is said of an error starts otherwise. */
export const warningSign = '⚠'

/** A posted row under its canonical columns, and what stands in its column `problem`. */
export type Said = { readonly cells: readonly string[]; readonly problem: string }

/**
 * The good rows but for those that a posted row, said to be good, takes the place of: the only one of that username, else
 * the only one of that username and those courses.
 */
export function notSuperseded(good: CanonicalRows, names: readonly string[], posted: readonly Said[]): CanonicalRows {
  const mended = posted.filter(({ problem }) => problem.startsWith(warningSign))
  if (mended.length === 0) return good
  const usernameOf = keyOf(good.columns, (name) => name === 'username')
  const bothOf = keyOf(good.columns, isWeighty)
  const byUsername = Map.groupBy(good.rows, usernameOf)
  const byBoth = Map.groupBy(good.rows, bothOf)
  const [usernameIn, bothIn] = [keyOf(names, (name) => name === 'username'), keyOf(names, isWeighty)]
  const gone = new Set(
    mended.map(({ cells }) => onlyOf(byUsername.get(usernameIn(cells))) ?? onlyOf(byBoth.get(bothIn(cells)))),
  )
  return { columns: good.columns, rows: good.rows.filter((row) => !gone.has(row)) }
}

const isWeighty = (name: string): boolean => /^(username|course\d+)$/.test(name)

/** Posted cells are not repaired yet. */
function keyOf(columns: readonly string[], isAsked: (name: string) => boolean) {
  const places = columns.flatMap((name, index) => (isAsked(name) ? [{ name, index }] : []))
  const sorted = places.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  return (cells: readonly string[]): string =>
    JSON.stringify(
      sorted.flatMap(({ name, index }) => ((cells[index] ?? '') === '' ? [] : [name, fold(cells[index] ?? '')])),
    )
}

const onlyOf = <T>(list: readonly T[] | undefined): T | undefined => (list?.length === 1 ? list[0] : undefined)
