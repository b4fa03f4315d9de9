// One kind of problem in full: what it is, what to do, then each place where it was met.
import type { Problem } from '../checking/report.ts'
import { aligned } from './aligned.ts'
import type { Kind } from './kinds.ts'
import { bareText, type Line, raised } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { wordingOf } from './rule-wording.ts'
import type { Style } from './style.ts'
import { typeset } from './typeset.ts'
import { visible } from './values.ts'
import { todoOf, todosOf } from './wording.ts'

/** Lines of one kind; what to do stands under the title, or beside each place where it differs. */
export function fullKind({ code, problems }: Kind, locale: Locale, style: Style): readonly string[] {
  const said = (line: Line) => bareText(typeset(line, locale.language), locale.quoted)
  const todos = todosOf(problems, locale.language)
  const [only = []] = todos.length === 1 ? todos : []
  const beside = (problem: Problem) => (todos.length === 1 ? '' : said(raised(todoOf(problem, locale.language))))
  const places = problems.map((problem) => [...place(problem, locale), beside(problem)])
  return [
    `${style.bold(said([wordingOf(code, locale.language).title]))} ${style.dim(`(${code})`)}`,
    ...(only.length > 0 ? [`  ${said(raised(only))}`] : []),
    ...aligned(places)
      .filter((text) => text !== '')
      .map((text) => `  ${text}`),
  ]
}

function place({ row, field, value, fix }: Problem, locale: Locale): readonly string[] {
  const where = row === null || row === 1 ? '' : locale.rowList([String(row)], 0, true)
  return [where, field === value ? '' : (field ?? ''), visible(value ?? ''), after(fix, locale)]
}

/** What the cell became, or may have meant. */
function after(fix: Problem['fix'], locale: Locale): string {
  if (fix === null) return ''
  const text = fix.value === null ? locale.full.removed : visible(fix.value)
  return `→ ${text}${fix.safety === 'safe' ? '' : locale.question}`
}
