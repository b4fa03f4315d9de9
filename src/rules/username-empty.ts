// No username, or `0`, which Moodle takes for none.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const usernameEmpty: CellRule = {
  code: 'username-empty',
  scope: 'cell',
  fields: ['username'],
  severity: 'error',
  fix: 'none',
  suspect: [/^$/, /^0$/],
  fr: {
    title: 'Identifiant absent',
    why: 'Moodle ne sait pas de qui il s’agit et passe la ligne (règle 27).',
    todo: 'indiquez l’identifiant du compte numérique.',
  },
  en: {
    title: 'Username missing',
    why: 'Moodle does not know who is meant and skips the row (rule 27).',
    todo: 'give the username of the account.',
  },
  examples: { bad: [file({ username: '' }), file({ username: '0' })], good: [file({})] },
  check: (value) => (value === '' || value === '0' ? {} : null),
}
