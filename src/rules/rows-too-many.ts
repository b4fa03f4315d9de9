// The bound on rows, counted by line ends before any row is read.
import type { FileRule } from '../checking/rule.ts'

export const rowsTooMany: FileRule = {
  code: 'rows-too-many',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Trop de lignes',
    why: 'Moodle traite une cinquantaine de lignes par seconde : un tel envoi serait coupé en route.',
    todo: (values) => `la limite est de ${String(values.limit)} lignes. Partagez le fichier en plusieurs.`,
  },
  en: {
    title: 'Too many rows',
    why: 'Moodle handles some fifty rows a second: such an upload would be cut half-way.',
    todo: (values) => `the limit is ${String(values.limit)} rows. Split the file into several.`,
  },
  examples: { bad: [], good: [] },
  check: ({ lines, limits }) => (lines > limits.rows ? [{ values: { limit: limits.rows } }] : []),
}
