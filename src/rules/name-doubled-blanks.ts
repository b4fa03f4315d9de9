// Two blanks in a row inside a name.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const nameDoubledBlanks: CellRule = {
  code: 'name-doubled-blanks',
  scope: 'cell',
  fields: ['firstname', 'lastname'],
  severity: 'info',
  fix: 'safe',
  suspect: [/ {2}/],
  fr: {
    title: 'Espaces doublées dans un nom',
    why: 'Sans effet sur l’inscription ; le nom est plus lisible ainsi.',
    todo: 'une seule a été gardée.',
    repaired: 'espaces doublées',
  },
  en: {
    title: 'Doubled blanks in a name',
    why: 'Without effect on the enrolment; the name reads better so.',
    todo: 'only one was kept.',
    repaired: 'doubled blanks',
  },
  examples: { bad: [file({ lastname: 'Garçon  Petit' })], good: [file({ lastname: 'Garçon Petit' })] },
  check: (value) => (value.includes('  ') ? { edit: value.replace(/ {2,}/g, ' ') } : null),
}
