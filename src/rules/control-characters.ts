// NUL and its like: invisible in a spreadsheet, dropped or kept by Moodle as it happens.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const unwanted = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u2028\u2029]/

export const controlCharacters: CellRule = {
  code: 'control-characters',
  scope: 'cell',
  severity: 'warning',
  fix: 'safe',
  suspect: [unwanted],
  fr: {
    title: 'Caractères de contrôle',
    why: 'Moodle en supprime certains et garde les autres : le nom lu n’est plus celui qu’on voit (règle 5).',
    todo: 'ils ont été retirés : vérifiez la valeur.',
    repaired: 'caractères de contrôle',
  },
  en: {
    title: 'Control characters',
    why: 'Moodle drops some and keeps others: the name it reads is not the one you see (rule 5).',
    todo: 'they were removed: check the value.',
    repaired: 'control characters',
  },
  examples: { bad: [file({ firstname: 'Ana\u0000ïs' })], good: [file({})] },
  check: (value) => (unwanted.test(value) ? { edit: value.replace(new RegExp(unwanted, 'g'), '') } : null),
}
