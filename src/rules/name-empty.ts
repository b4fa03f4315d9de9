// Names are how staff see that the row is about the right person.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const nameEmpty: CellRule = {
  code: 'name-empty',
  scope: 'cell',
  fields: ['firstname', 'lastname'],
  severity: 'warning',
  fix: 'none',
  suspect: [/^$/],
  fr: {
    title: 'Nom ou prénom absent',
    why: 'Moodle n’en a pas besoin, mais rien ne permet alors de vérifier la personne (règle 33).',
    todo: 'complétez-le si possible.',
  },
  en: {
    title: 'First or last name missing',
    why: 'Moodle does not need it, but nothing then shows that it is the right person (rule 33).',
    todo: 'fill it in if you can.',
  },
  examples: { bad: [file({ firstname: '' })], good: [file({})] },
  check: (value) => (value === '' ? {} : null),
}
