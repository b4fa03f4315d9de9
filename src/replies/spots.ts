// Where a kind of problem was met: rows with the same cell are one spot.
import type { Problem } from '../checking/report.ts'
import { splitNumber } from '../moodle/fields.ts'
import type { Kind } from './kinds.ts'
import { code, joined, type Line } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { rowsText } from './rows.ts'

/** Spots told one by one. */
const most = 3

type Spot = { readonly rows: readonly number[]; readonly said: Line }

/** "row 7 (`a`) and rows 9–12 (`b`)"; with more than three spots, all rows and the first values. */
export function spotsLine({ problems, rows }: Kind, withSuggestion: boolean, locale: Locale): Line {
  const spots = spotsOf(problems, (problem) => spotSaid(problem, withSuggestion, locale))
  if (spots.length <= most) {
    const lines = spots.map((spot) => spotLine(spot, locale))
    return joined(lines.filter(isFilled), ', ', locale.and)
  }
  const values = spots.slice(0, most).map(({ said }) => said)
  const told = [...joined(values.filter(isFilled), ', '), '…']
  return rows.size === 0 ? told : [rowsText(rows, locale), ' (', ...told, ')']
}

/** The row, unless it is the header's. */
export const dataRow = ({ row }: Problem): number[] => (row === null || row === 1 ? [] : [row])

function spotsOf(problems: readonly Problem[], say: (problem: Problem) => Line): readonly Spot[] {
  const groups = Map.groupBy(problems, (problem) => JSON.stringify(say(problem)))
  return [...groups.values()].map((same) => ({ rows: same.flatMap(dataRow), said: say(same[0]!) }))
}

function spotLine({ rows, said }: Spot, locale: Locale): Line {
  const where = rowsText(rows, locale)
  if (where === '' || said.length === 0) return where === '' ? said : [where]
  return [where, ' (', ...said, ')']
}

/** The column when its number matters, the value, and what it became or may have meant. */
function spotSaid(problem: Problem, withSuggestion: boolean, locale: Locale): Line {
  const { value, fix } = problem
  const cell: Line = value === null || value === '' ? [] : [code(value)]
  const met = joined([columnSaid(problem, cell.length > 0), cell].filter(isFilled), ' ')
  if (!fix?.value) return met
  const change: Line = [' → ', code(fix.value)]
  if (fix.safety === 'safe') return [...met, ...change]
  return withSuggestion ? [...met, ...change, locale.question] : met
}

function columnSaid({ field, row }: Problem, hasCell: boolean): Line {
  if (field === null) return []
  const isLater = Number(splitNumber(field).digits ?? 1) > 1
  return isLater || (!hasCell && (row === null || row === 1)) ? [code(field)] : []
}

const isFilled = (line: Line): boolean => line.length > 0
