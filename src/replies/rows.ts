// Row numbers as a spreadsheet shows them, short enough for one line whatever their number.
import type { Locale } from './locales/locale.ts'

/** Ranges named before the rest is only counted. */
const most = 6

/** "row 3", "rows 3, 8–12 and 40", "rows 3, 5, 7, 9, 11, 13 and 94 others" in the language; '' for no row. */
export function rowsText(rows: Iterable<number>, locale: Locale, limit = most): string {
  const sorted = [...new Set(rows)].sort((a, b) => a - b)
  if (sorted.length === 0) return ''
  const ranges = rangesOf(sorted)
  const named = ranges.length > limit + 1 ? ranges.slice(0, limit) : ranges
  const others = sorted.length - named.reduce((sum, range) => sum + range.length, 0)
  return locale.rowList(named.flatMap(rangeText), others, sorted.length === 1)
}

function rangesOf(sorted: readonly number[]): number[][] {
  const ranges: number[][] = []
  for (const row of sorted) {
    const last = ranges.at(-1)
    if (last?.at(-1) === row - 1) last.push(row)
    else ranges.push([row])
  }
  return ranges
}

const rangeText = (range: readonly number[]): string[] =>
  range.length < 3 ? range.map(String) : [`${range.at(0)}–${range.at(-1)}`]
