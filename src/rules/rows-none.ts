// A header alone: Moodle accepts it, does nothing and says nothing.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const rowsNone: FileRule = {
  code: 'rows-none',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Aucune personne dans le fichier',
    why: 'Moodle accepte un en-tête seul, ne fait rien et ne dit rien (règle 15).',
    todo: 'le fichier ne contient que l’en-tête. Ajoutez une ligne par personne.',
  },
  en: {
    title: 'Nobody in the file',
    why: 'Moodle accepts a header alone, does nothing and says nothing (rule 15).',
    todo: 'the file holds only its header. Add one row per person.',
  },
  examples: { bad: [`${file({}).split('\n')[0] ?? ''}\n`], good: [file({})] },
  check: (source) => (source.hasRows || source.lines > source.limits.rows || source.fault ? [] : [{}]),
}
