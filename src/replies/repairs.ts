// What was put right, in one short line: kinds of repairs with their number, not cells.
import type { Problem, Report } from '../checking/report.ts'
import { grouped, isRepair, type Kind } from './kinds.ts'
import { code, joined, type Line, lowered, prose } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { rowsText } from './rows.ts'
import { wordingOf } from './rule-wording.ts'
import { visible } from './values.ts'

/** Different changes of one kind that are told as before → after. */
const most = 2

/** One entry per kind of repair of what goes to Moodle; rows sent back to their author are left out. */
export function repairs(report: Report, locale: Locale): readonly Line[] {
  const rejected = new Set(report.rejected.map(({ number }) => number))
  const applied = report.problems.filter((problem) => isRepair(problem) && !rejected.has(problem.row ?? 0))
  return grouped(applied)
    .toSorted((a, b) => b.problems.length - a.problems.length)
    .map((kind) => repairLine(kind, locale))
}

function repairLine(kind: Kind, locale: Locale): Line {
  const changes = Map.groupBy(kind.problems, ({ value, fix }) => JSON.stringify([value, fix?.value]))
  const told = [...changes.values()]
  const columns = kind.problems.every(({ row }) => row === 1)
  if (told.every(([first]) => isVisible(first!)) && told.length <= (columns ? 2 * most : most)) {
    return joined(
      told.map((same) => changeLine(same, locale)),
      ', ',
    )
  }
  return [...repairedNoun(kind, locale), ...extent(kind, locale)]
}

/** A change of a cell that a reader can see: both texts exist and differ in more than blanks. */
function isVisible({ row, value, fix }: Problem): boolean {
  if (row === null || value === null || fix?.value == null || value === '' || fix.value === '') return false
  const bare = (text: string) => visible(text).replace(/[·\s]/g, '')
  return bare(value) !== bare(fix.value) && !/\n/.test(value)
}

function changeLine(same: readonly Problem[], locale: Locale): Line {
  const { value, fix } = same[0]!
  const change: Line = [code(value ?? ''), ' → ', code(fix?.value ?? '')]
  return same.length === 1 ? change : [`${locale.number(same.length)} × `, ...change]
}

function repairedNoun({ code: name }: Kind, { language }: Locale): Line {
  const { repaired, title } = wordingOf(name, language)
  return lowered(prose(repaired ?? title))
}

/** How much of it: columns by name, rows by number, cells by count. */
function extent({ problems, rows }: Kind, locale: Locale): Line {
  if (problems.every(({ row }) => row === null)) return []
  const names = problems.flatMap(({ value }) => (value ? [code(value)] : []))
  if (rows.size === 0)
    return names.length === 0
      ? []
      : [
          ' (',
          ...joined(
            names.slice(0, 6).map((name) => [name]),
            ', ',
          ),
          ')',
        ]
  const wholeRows = problems.every(({ field }) => field === null)
  return [` (${wholeRows ? rowsText(rows, locale) : locale.cells(problems.length)})`]
}
