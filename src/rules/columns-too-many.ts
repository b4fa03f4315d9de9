// A header that goes on and on is no header: each of its names would be compared with all the others.
import { mostColumns } from '../checking/header.ts'
import type { FileRule } from '../checking/rule.ts'

export const columnsTooMany: FileRule = {
  code: 'columns-too-many',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Trop de colonnes',
    why: 'Moodle lirait chaque cours de chaque ligne : un tel envoi serait coupé en route.',
    todo: (values) =>
      `l’en-tête compte ${String(values.columns)} colonnes, la limite est de ${String(values.limit)}. Écrivez une ligne par cours.`,
  },
  en: {
    title: 'Too many columns',
    why: 'Moodle would read each course of each row: such an upload would be cut half-way.',
    todo: (values) =>
      `the header has ${String(values.columns)} columns and the limit is ${String(values.limit)}. Write one row per course.`,
  },
  examples: { bad: [], good: [] },
  check: ({ columns }) => (columns > mostColumns ? [{ values: { columns, limit: mostColumns } }] : []),
}
