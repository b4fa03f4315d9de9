// Above a thousand rows an upload may be cut half-way by a proxy.
import type { WholeRule } from '../checking/rule.ts'

/** About twenty seconds of Moodle's work (rules, "Timings"). */
export const rowsPerUpload = 1000

export const rowsMany: WholeRule = {
  code: 'rows-many',
  scope: 'whole',
  severity: 'info',
  fix: 'none',
  fr: {
    title: 'Plus de 1000 lignes',
    why: 'Moodle traite une cinquantaine de lignes par seconde : un envoi trop long est coupé en route.',
    todo: 'importez le fichier en plusieurs fois, mille lignes au plus.',
  },
  en: {
    title: 'More than 1000 rows',
    why: 'Moodle handles some fifty rows a second: an upload that lasts too long is cut half-way.',
    todo: 'upload the file in several parts, a thousand rows at most.',
  },
  examples: { bad: [], good: [] },
  check: ({ rows }) => (rows > rowsPerUpload ? {} : null),
}
