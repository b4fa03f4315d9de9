// Moodle lower-cases usernames itself; the corrected file says what it will look for.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const usernameUppercase: CellRule = {
  code: 'username-uppercase',
  scope: 'cell',
  fields: ['username'],
  severity: 'info',
  fix: 'safe',
  suspect: [/[A-Z]/],
  fr: {
    title: 'Identifiant en majuscules',
    why: 'Les identifiants de Moodle sont en minuscules (règle 25).',
    todo: 'il a été mis en minuscules.',
    repaired: 'identifiants mis en minuscules',
  },
  en: {
    title: 'Username in capitals',
    why: 'Moodle’s usernames are in lower case (rule 25).',
    todo: 'it was put in lower case.',
    repaired: 'usernames in lower case',
  },
  examples: {
    bad: [
      file({ username: 'MARTINJ', firstname: 'Julie', lastname: 'Martin', email: 'julie.martin@univ-exemple.example' }),
    ],
    good: [file({})],
  },
  check: (value) =>
    /[A-Z]/.test(value) && !scientific.test(value)
      ? { edit: value.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) }
      : null,
}

/** `2,19E+07`: digits that a spreadsheet has rounded away. */
export const scientific = /^\d+(?:[.,]\d+)?[eE][+-]?\d+$/
