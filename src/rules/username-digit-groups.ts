// Thousands separators between digits only.
import { blank } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const blanks = new RegExp(`^\\d+(?:${blank}+\\d+)+$`)

export const usernameDigitGroups: CellRule = {
  code: 'username-digit-groups',
  scope: 'cell',
  fields: ['username'],
  severity: 'info',
  fix: 'safe',
  suspect: [new RegExp(`^\\d+(?:${blank}|[.,'’])`)],
  fr: {
    title: 'Séparateurs de milliers dans un identifiant',
    why: 'Moodle les retire aussi, sauf le point (règle 25).',
    todo: 'ils ont été retirés.',
    repaired: 'séparateurs de milliers',
  },
  en: {
    title: 'Thousands separators in a username',
    why: 'Moodle removes them too, all but the dot (rule 25).',
    todo: 'they were removed.',
    repaired: 'thousands separators',
  },
  examples: {
    bad: [file({ username: '21 900 010' }), file({ username: '21.900.010' })],
    good: [file({}), file({ username: '21.900.999' })],
  },
  check: (value, _field, { reference }) => {
    const digits = value.replace(/\D/g, '')
    if (blanks.test(value) || /^\d{1,3}(?:[’',]\d{3})+$/.test(value)) return { edit: digits }
    const isDotted = /^\d{1,3}(?:\.\d{3})+$/.test(value) && reference.account(value) === null
    return isDotted && reference.account(digits) ? { edit: digits } : null
  },
}
