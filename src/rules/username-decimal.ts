// A number that a spreadsheet wrote with a decimal part.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const usernameDecimal: CellRule = {
  code: 'username-decimal',
  scope: 'cell',
  fields: ['username'],
  severity: 'error',
  fix: 'unsafe',
  suspect: [/^\d+[.,]0+$/],
  fr: {
    title: 'Identifiant avec des décimales',
    why: 'Moodle chercherait un compte dont le nom comporte ce point (règle 25).',
    todo: 'retirez les décimales, si c’est bien cet identifiant.',
  },
  en: {
    title: 'Username with decimals',
    why: 'Moodle would look for an account with that dot in its name (rule 25).',
    todo: 'remove the decimals, if that is the username.',
  },
  examples: { bad: [file({ username: '21900010.0' })], good: [file({})] },
  check: (value, _field, { reference }) =>
    /^\d+[.,]0+$/.test(value) && !reference.account(value) ? { edit: value.replace(/[.,]0+$/, '') } : null,
}
