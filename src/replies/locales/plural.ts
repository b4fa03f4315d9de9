// Numbers with the word they count, by the plural rules of the language ("0 ligne" but "0 rows").
import { lazily } from '../../checking/lazily.ts'
import type { Language } from '../../moodle/language.ts'

export type Count = (count: number, one: string, other: string) => string

/** Number groups and plurals of a language, made once, when they are first asked for: loading them takes a while. */
export function plurals(language: Language): { number: (count: number) => string; count: Count; form: Count } {
  const rules = lazily(() => new Intl.PluralRules(language))
  const format = lazily(() => new Intl.NumberFormat(language))
  const form: Count = (count, one, other) => (rules().select(count) === 'one' ? one : other)
  return {
    number: (count) => format().format(count),
    form,
    count: (count, one, other) => `${format().format(count)} ${form(count, one, other)}`,
  }
}
