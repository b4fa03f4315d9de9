// Rows from before have no number in the posted file: theirs come after its last row, and a reply that tells one says whose they are.
import type { Completed } from '../checking/completed.ts'
import type { Problem } from '../checking/report.ts'
import { type Line, raised } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { rowsText } from './rows.ts'

/** "Rows 5–43: good before; rows 44–82: already uploaded", those of which a problem speaks; empty when none does. */
export function earlierRowsLine(
  problems: readonly Problem[],
  { last, good, handed }: Completed['earlier'],
  locale: Locale,
): Line {
  const told = problems.flatMap(({ row, values }) => [row, values.row])
  const range = (start: number, count: number): string => {
    const isTold = told.some((row) => typeof row === 'number' && row > start && row <= start + count)
    const rows = Array.from({ length: isTold ? count : 0 }, (_, index) => start + 1 + index)
    return rowsText(rows, locale)
  }
  return raised(locale.earlierRows(range(last, good), range(last + good, handed)))
}
