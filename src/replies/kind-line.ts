// One line per kind of problem: what it is, which rows, the value met, what to do, however many rows it has.
import type { Problem } from '../checking/report.ts'
import { splitNumber } from '../moodle/fields.ts'
import type { Kind } from './kinds.ts'
import { code, joined, type Line, line, lowered, raised } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { rowsText } from './rows.ts'
import { wordingOf } from './rule-wording.ts'
import { shown } from './values.ts'
import { todoOf } from './wording.ts'

/** Different values that a line tells one by one. */
const most = 3

/** Rows where the same thing was met; `value` is ready to be shown. */
type Spot = { readonly rows: readonly number[]; readonly said: Line; readonly suggestion: string | null }

/** "**Title** · rows 3 (`a`) and 7 (`b`): is it `c`? What to do." `label` comes first, in italics. */
export function kindLine(kind: Kind, locale: Locale, label = ''): Line {
  const title = line`**${wordingOf(kind.code, locale.language).title}**`
  const where = whereLine(kind, locale)
  const head = where.length === 0 ? title : [...title, ' · ', ...where]
  const advice = adviceLine(kind, locale)
  const prefix = label === '' ? [] : line`*${label}* · `
  return [...prefix, ...head, ...(advice.length === 0 ? ['.'] : [locale.colon, ...advice])]
}

/** The only suggestion there is, as a question, then what to do; it may follow a colon. */
export function adviceLine({ problems }: Pick<Kind, 'problems'>, locale: Locale): Line {
  const suggestion = onlySuggestion(problems)
  const todo = todoLine(problems, locale)
  if (suggestion === null) return lowered(todo)
  const question = locale.isIt([code(shown(suggestion))])
  return todo.length === 0 ? question : [...question, ' ', ...raised(todo)]
}

/** What to do; where it depends on the row, said of the first as an example, and of columns one after the other. */
function todoLine(problems: readonly Problem[], locale: Locale): Line {
  const todos = new Map(
    problems.map((problem) => todoOf(problem, locale.language)).map((todo) => [JSON.stringify(todo), todo]),
  )
  const [first = [], ...others] = todos.values()
  if (others.length === 0) return first
  const rows = rowsText(problems.slice(0, 1).flatMap(dataRow), locale)
  if (rows !== '') return [...locale.example(rows), locale.colon, ...lowered(first)]
  return joined([first, ...others.slice(0, most - 1).map(raised)], ' ')
}

function whereLine(kind: Kind, locale: Locale): Line {
  const spots = spotsOf(kind, onlySuggestion(kind.problems) === null)
  if (spots.length <= most) {
    return joined(
      spots.map((spot) => spotLine(spot, locale)).filter((said) => said.length > 0),
      ', ',
      locale.and,
    )
  }
  const values = spots.slice(0, most).map(({ said }) => said)
  const told = [...joined(values, ', '), '…']
  return kind.rows.size === 0 ? told : [rowsText(kind.rows, locale), ' (', ...told, ')']
}

function spotLine({ rows, said }: Spot, locale: Locale): Line {
  const where = rowsText(rows, locale)
  if (where === '' || said.length === 0) return where === '' ? said : [where]
  return [where, ' (', ...said, ')']
}

function spotsOf({ problems }: Kind, withSuggestion: boolean): readonly Spot[] {
  const groups = Map.groupBy(problems, (problem) => JSON.stringify(spotSaid(problem, withSuggestion)))
  return [...groups.values()].map((same) => ({
    rows: same.flatMap(dataRow),
    said: spotSaid(same[0]!, withSuggestion),
    suggestion: same[0]!.fix?.value ?? null,
  }))
}

/** The column when its number matters, the value, and what it became or may have meant. */
function spotSaid({ field, row, value, fix }: Problem, withSuggestion: boolean): Line {
  const cell = value === null || value === '' ? [] : [code(shown(value))]
  const named = field !== null && (isLater(field) || (cell.length === 0 && (row === null || row === 1)))
  const column: Line = named ? [code(shown(field))] : []
  const change: Line = fix?.value == null || fix.value === '' ? [] : [' → ', code(shown(fix.value))]
  const asked =
    fix?.safety === 'unsafe' ? (withSuggestion ? [...change, ...(change.length > 0 ? [' ?'] : [])] : []) : change
  return [
    ...joined(
      [column, cell].filter((part) => part.length > 0),
      ' ',
    ),
    ...asked,
  ]
}

function onlySuggestion(problems: readonly Problem[]): string | null {
  const values = new Set(problems.map(({ fix }) => (fix?.safety === 'unsafe' ? fix.value : null)))
  const [only] = values
  return values.size === 1 ? (only ?? null) : null
}

const dataRow = ({ row }: Problem): number[] => (row === null || row === 1 ? [] : [row])
const isLater = (field: string): boolean => Number(splitNumber(field).digits ?? 1) > 1
