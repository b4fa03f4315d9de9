// Sentences of a rule, with the values of a problem made harmless before they enter them.
import type { Problem, Values } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import { type Line, prose } from './line.ts'
import { wordingOf } from './rule-wording.ts'
import { visible } from './values.ts'

/** What to do about a problem, as a sentence with its full stop; empty when there is nothing to say. */
export function todoOf(problem: Problem, language: Language): Line {
  const { todo } = wordingOf(problem.code, language)
  const text = (typeof todo === 'string' ? todo : todo(harmless(problem.values))).trim()
  return prose(text === '' || /[.?!…]$/.test(text) ? text : `${text}.`)
}

/** The different things to do about problems of one code, in their order. */
export function todosOf(problems: readonly Problem[], language: Language): readonly Line[] {
  const byValues = new Map(problems.map((problem) => [JSON.stringify(problem.values), problem]))
  const todos = [...byValues.values()].map((problem) => todoOf(problem, language))
  return [...new Map(todos.map((todo) => [JSON.stringify(todo), todo])).values()]
}

/** Longest value in a sentence, in characters: our own, such as the condition of a site, are sentences themselves. */
const limit = 300

/** Values with nothing invisible in them, and without the backtick that would end a code span. */
function harmless(values: Values): Values {
  const plain = (text: string) => visible(text.slice(0, limit)).replaceAll('`', 'ˋ')
  const each = (value: Values[string]) =>
    typeof value === 'number' ? value : typeof value === 'string' ? plain(value) : value.map(plain)
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, each(value)]))
}
