// One line per kind of problem: what it is, which rows, the value met, what to do, however many rows it has.
import type { Problem } from '../checking/report.ts'
import type { Kind } from './kinds.ts'
import { code, joined, type Line, line, lowered, raised } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { rowsText } from './rows.ts'
import { wordingOf } from './rule-wording.ts'
import { dataRow, spotsLine } from './spots.ts'
import { todosOf } from './wording.ts'

/** Different things to do that are told one after the other. */
const most = 3

/**
 * "**Title** · rows 3 (`a`) and 7 (`b`): is it `c`? What to do." A label comes first, in italics; it stands for the title
 * of what has no place.
 */
export function kindLine(kind: Kind, locale: Locale, label = ''): Line {
  const where = spotsLine(kind, onlySuggestion(kind.problems) === null, locale)
  const advice = adviceLine(kind, locale)
  if (label !== '' && where.length === 0 && advice.length > 0) return [...line`*${label}*`, locale.colon, ...advice]
  const title = line`**${wordingOf(kind.code, locale.language).title}**`
  const prefix = label === '' ? [] : line`*${label}* · `
  const head = [...prefix, ...title, ...(where.length === 0 ? [] : [' · ', ...where])]
  return [...head, ...(advice.length === 0 ? ['.'] : [locale.colon, ...advice])]
}

/** The only suggestion there is, as a question, then what to do; it may follow a colon. */
export function adviceLine({ problems }: Pick<Kind, 'problems'>, locale: Locale): Line {
  const suggestion = onlySuggestion(problems)
  const todo = todoLine(problems, locale)
  if (suggestion === null) return lowered(todo)
  const question = locale.isIt([code(suggestion)])
  return todo.length === 0 ? question : [...question, ' ', ...raised(todo)]
}

/** What to do; where it depends on the row, said of the first as an example, and of columns one after the other. */
function todoLine(problems: readonly Problem[], locale: Locale): Line {
  const [first = [], ...others] = todosOf(problems, locale.language)
  if (others.length === 0) return first
  const rows = rowsText(problems.slice(0, 1).flatMap(dataRow), locale)
  if (rows !== '') return [...locale.example(rows), locale.colon, ...lowered(first)]
  return joined([first, ...others.slice(0, most - 1).map(raised)], ' ')
}

function onlySuggestion(problems: readonly Problem[]): string | null {
  const values = new Set(problems.map(({ fix }) => (fix?.safety === 'unsafe' ? fix.value : null)))
  const [only] = values
  return values.size === 1 ? (only ?? null) : null
}
