// `<` and `>` in a name: Moodle enrols and warns.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const nameAngleBracket: CellRule = {
  code: 'name-angle-bracket',
  scope: 'cell',
  fields: ['firstname', 'lastname'],
  severity: 'warning',
  fix: 'none',
  suspect: [/[<>]/],
  fr: {
    title: 'Chevron dans un nom',
    why: 'Moodle inscrit la personne avec un avertissement (règle 34).',
    todo: 'vérifiez le nom.',
  },
  en: {
    title: 'Angle bracket in a name',
    why: 'Moodle enrols the person with a warning (rule 34).',
    todo: 'check the name.',
  },
  examples: { bad: [file({ firstname: '<b>Anaïs</b>' })], good: [file({})] },
  check: (value) => (/[<>]/.test(value) ? {} : null),
}
