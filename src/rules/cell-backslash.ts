// A backslash before a quote or at the end of a cell: PHP reads other cells there, and rows vanish in silence.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const risky = /\\(?:"|$)/
const names = ['firstname', 'lastname']

export const cellBackslash: CellRule = {
  code: 'cell-backslash',
  scope: 'cell',
  severity: 'error',
  fix: 'safe',
  suspect: [/[\\]/],
  fr: {
    title: 'Barre oblique inverse mal placée',
    why: 'Moodle relit mal une cellule qui finit par « \\ » et perd les lignes suivantes sans un mot (règle 13).',
    todo: 'retirez la barre oblique inverse « \\ » à la fin de la cellule ou avant un guillemet.',
    repaired: 'barres obliques inverses dans un nom',
  },
  en: {
    title: 'Misplaced backslash',
    why: 'Moodle misreads a cell that ends in “\\” and loses the following rows without a word (rule 13).',
    todo: 'remove the backslash “\\” at the end of the cell or before a quote.',
    repaired: 'backslashes in a name',
  },
  examples: { bad: [file({ group1: 'TD1\\' }), file({ lastname: 'Garçon\\' })], good: [file({ group1: 'TD\\1' })] },
  check: (value, field) => {
    if (!risky.test(value)) return null
    if (!names.includes(field)) return {}
    return { severity: 'warning', edit: value.replace(/\\+(?="|$)/g, '') }
  },
}
