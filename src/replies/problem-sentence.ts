// A problem in one sentence without markup, for machines' `message` and for the column beside a rejected row.
import type { Problem } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import { bareText, code, type Line, lowered, raised } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import { wordingOf } from './rule-wording.ts'
import { typeset } from './typeset.ts'
import { shown } from './values.ts'
import { todoOf } from './wording.ts'

/** "Unknown role (role1: “Etudient”): is it “student”? Give the short name of the role." */
export function problemSentence(problem: Problem, language: Language): string {
  const locale = localeOf(language)
  const head: Line = [wordingOf(problem.code, language).title, ...metLine(problem, locale)]
  const advice = adviceLine(problem, locale)
  const whole = advice.length === 0 ? [...head, '.'] : [...head, locale.colon, ...advice]
  return bareText(typeset(whole, language), locale.quoted)
}

function metLine({ field, value, fix }: Problem, { colon }: Locale): Line {
  const cell: Line = value === null || value === '' ? [] : [code(value)]
  const after: Line = fix?.safety === 'safe' && fix.value ? [' → ', code(fix.value)] : []
  if (field === null || field === value) return cell.length === 0 ? [] : [' (', ...cell, ...after, ')']
  const change = [...cell, ...after]
  return [' (', shown(field), ...(change.length === 0 ? [] : [colon, ...change]), ')']
}

function adviceLine(problem: Problem, locale: Locale): Line {
  const todo = todoOf(problem, locale.language)
  if (problem.fix?.safety !== 'unsafe' || !problem.fix.value) return lowered(todo)
  return [...locale.isIt([code(problem.fix.value)]), ' ', ...raised(todo)]
}
