// NUL and its like: invisible in a spreadsheet, dropped or kept by Moodle as it happens.
import { control, isWritable } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const controlCharacters: CellRule = {
  code: 'control-characters',
  scope: 'cell',
  severity: 'warning',
  fix: 'safe',
  suspect: [control],
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
  check: (value, field, { reference }) =>
    value.search(control) < 0 || (isWritable(value) && reference.hasName(field, value))
      ? null
      : { edit: value.replace(control, '') },
}
