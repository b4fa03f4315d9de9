// The header again in the middle: two tables pasted one below the other.
import type { ShapeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const rowHeaderRepeated: ShapeRule = {
  code: 'row-header-repeated',
  scope: 'shape',
  about: 'header-like',
  severity: 'info',
  fix: 'safe',
  drops: true,
  fr: {
    title: 'En-tête répété',
    why: 'Moodle chercherait une personne nommée « username ».',
    todo: 'cette ligne a été retirée.',
    repaired: 'en-têtes répétés retirés',
  },
  en: {
    title: 'Header repeated',
    why: 'Moodle would look for a person named “username”.',
    todo: 'this row was removed.',
    repaired: 'repeated headers removed',
  },
  examples: { bad: [file({}) + file({ course1: 'Méca' })], good: [file({})] },
  check: (cells, { columns }) =>
    cells.length === columns.length && columns.every(({ posted }, i) => isSame(posted, cells[i] ?? ''))
      ? { edit: null }
      : null,
}

const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase()
