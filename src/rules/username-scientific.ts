// A number that a spreadsheet showed in short: its last digits are gone for good.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { scientific } from './username-uppercase.ts'

export const usernameScientific: CellRule = {
  code: 'username-scientific',
  scope: 'cell',
  fields: ['username'],
  severity: 'error',
  fix: 'none',
  suspect: [/^\d+(?:[.,]\d+)?[eE]/],
  fr: {
    title: 'Identifiant arrondi par le tableur',
    why: 'Des chiffres sont perdus ; Moodle chercherait un autre compte (règle 25).',
    todo: 'mettez la colonne au format Texte, puis saisissez de nouveau l’identifiant.',
  },
  en: {
    title: 'Username rounded by the spreadsheet',
    why: 'Digits are lost; Moodle would look for another account (rule 25).',
    todo: 'set the column to Text, then type the username again.',
  },
  examples: { bad: [file({ username: '2,19E+07' })], good: [file({})] },
  check: (value, _field, { reference }) => (scientific.test(value) && !reference.account(value) ? {} : null),
}
