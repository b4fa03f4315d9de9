// No e-mail: one sign less that it is the right person.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const emailEmpty: CellRule = {
  code: 'email-empty',
  scope: 'cell',
  fields: ['email'],
  severity: 'warning',
  fix: 'none',
  suspect: [/^$/],
  fr: {
    title: 'Courriel absent',
    why: 'Moodle n’en a pas besoin, mais il confirme que c’est la bonne personne (règle 33).',
    todo: 'complétez-le si possible.',
  },
  en: {
    title: 'E-mail missing',
    why: 'Moodle does not need it, but it confirms that it is the right person (rule 33).',
    todo: 'fill it in if you can.',
  },
  examples: { bad: [file({ email: '' })], good: [file({})] },
  check: (value) => (value === '' ? {} : null),
}
