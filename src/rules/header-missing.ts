// One finding, not six: without a header word the first line is a person and no column can be said to be missing.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const headerMissing: FileRule = {
  code: 'header-missing',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Ligne d’en-tête absente',
    why: 'Moodle prend la première ligne pour les noms des colonnes et refuse le fichier entier (règle 17).',
    todo: 'ajoutez en première ligne : `username`, `firstname`, `lastname`, `email`, `course1`, `role1`.',
  },
  en: {
    title: 'Header line missing',
    why: 'Moodle takes the first line for the names of the columns and refuses the whole file (rule 17).',
    todo: 'add a first line: `username`, `firstname`, `lastname`, `email`, `course1`, `role1`.',
  },
  examples: { bad: [file({}).split('\n').slice(1).join('\n')], good: [file({})] },
  check: (source) =>
    !source.hasHeader && source.lines <= source.limits.rows
      ? [{ values: { people: source.mentionsPeople ? 1 : 0 } }]
      : [],
}
