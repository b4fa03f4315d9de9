// Characters that show nothing and make two equal words differ.
import { invisible } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellInvisible: CellRule = {
  code: 'cell-invisible',
  scope: 'cell',
  severity: 'info',
  fix: 'safe',
  suspect: [invisible],
  fr: {
    title: 'Caractères invisibles',
    why: 'Pour Moodle, un nom de cours ou un rôle suivi d’un caractère invisible est un autre nom (règles 36 et 46).',
    todo: 'ils ont été retirés.',
    repaired: 'caractères invisibles',
  },
  en: {
    title: 'Invisible characters',
    why: 'To Moodle, a course name or role with an invisible character is another name (rules 36 and 46).',
    todo: 'they were removed.',
    repaired: 'invisible characters',
  },
  examples: { bad: [file({ username: '21900010\u200B' })], good: [file({})] },
  check: (value, field, { reference }) =>
    value.search(invisible) < 0 || reference.hasName(field, value) ? null : { edit: value.replace(invisible, '') },
}
