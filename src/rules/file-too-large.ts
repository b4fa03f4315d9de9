// Refused by its size alone, before anything in it costs time or memory.
import type { FileRule } from '../checking/rule.ts'
import { megabytes } from './values.ts'

export const fileTooLarge: FileRule = {
  code: 'file-too-large',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Fichier trop volumineux',
    why: 'Moodle traite une cinquantaine de lignes par seconde : un tel envoi serait coupé en route.',
    todo: (values) =>
      `il pèse ${String(values.size)} Mo, la limite est de ${String(values.limit)} Mo. Partagez-le en plusieurs fichiers.`,
  },
  en: {
    title: 'File too large',
    why: 'Moodle handles some fifty rows a second: such an upload would be cut half-way.',
    todo: (values) =>
      `it weighs ${String(values.size)} MB and the limit is ${String(values.limit)} MB. Split it into several files.`,
  },
  examples: { bad: [], good: [] },
  check: ({ bytes, limits }) =>
    bytes > limits.bytes ? [{ values: { size: megabytes(bytes), limit: megabytes(limits.bytes) } }] : [],
}
