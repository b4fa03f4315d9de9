// Two encodings read two different people or courses: only somebody who knows can say which.

import type { Context, FileRule } from '../checking/rule.ts'
import type { DoubtfulCell } from '../checking/source.ts'

export const encodingAmbiguous: FileRule = {
  code: 'encoding-ambiguous',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Accents douteux',
    why: 'Moodle supprime les octets qu’il ne comprend pas : une autre personne peut être inscrite (règle 5).',
    todo: (values) =>
      `on peut lire \`${String(values.read)}\` ou \`${String(values.other)}\`. Enregistrez le fichier en « CSV UTF-8 ».`,
  },
  en: {
    title: 'Doubtful accents',
    why: 'Moodle drops the bytes it does not understand: somebody else may be enrolled (rule 5).',
    todo: (values) =>
      `it can be read as \`${String(values.read)}\` or \`${String(values.other)}\`. Save the file as “CSV UTF-8”.`,
  },
  examples: { bad: [], good: [] },
  check: ({ doubtful }, context) => {
    const open = doubtful.find((cell) => !isSettled(cell, context))
    return open ? [{ values: { read: open.read, other: open.other } }] : []
  },
}

/** The site has the name as it was read, and not the other. */
function isSettled({ field, read, other }: DoubtfulCell, { reference }: Context): boolean {
  if (field === 'course') return Boolean(reference.course(read)) && !reference.course(other)
  if (field === 'username') return Boolean(reference.account(read)) && !reference.account(other)
  return false
}
