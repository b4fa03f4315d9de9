// Thousands separators between digits only.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const usernameDigitGroups: CellRule = {
  code: 'username-digit-groups',
  scope: 'cell',
  fields: ['username'],
  severity: 'info',
  fix: 'safe',
  suspect: [/[ \u2009,'’]/],
  fr: {
    title: 'Séparateurs de milliers dans un identifiant',
    why: 'Moodle les retire aussi, avec une remarque (règle 25).',
    todo: 'ils ont été retirés.',
    repaired: 'séparateurs de milliers',
  },
  en: {
    title: 'Thousands separators in a username',
    why: 'Moodle removes them too, with a remark (rule 25).',
    todo: 'they were removed.',
    repaired: 'thousands separators',
  },
  examples: { bad: [file({ username: '21 900 010' })], good: [file({})] },
  check: (value) =>
    /^\d+(?:[ \u2009]\d+)+$/.test(value) || /^\d{1,3}(?:[’',]\d{3})+$/.test(value)
      ? { edit: value.replace(/\D/g, '') }
      : null,
}
