// Where sentences about a fault come from: the catalogue of the rules.
import type { Wording } from '../checking/rule.ts'
import type { Language } from '../moodle/language.ts'
import { ruleNamed } from '../rules/index.ts'

/** The wording of a rule; a code that no rule has (any more) stands for itself. */
export const wordingOf = (code: string, language: Language): Wording =>
  ruleNamed(code)?.[language] ?? { title: code, why: '', todo: '' }
