// A slip of the finger in a column name is shown, never guessed: it would decide who is enrolled where.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const headerMisspelt: HeaderRule = {
  code: 'header-misspelt',
  scope: 'header',
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Nom de colonne mal écrit',
    why: 'Moodle refuse le fichier entier dès qu’un nom de colonne lui est inconnu (règle 17).',
    todo: 'corrigez le nom de la colonne.',
  },
  en: {
    title: 'Misspelt column name',
    why: 'Moodle refuses the whole file as soon as it does not know a column name (rule 17).',
    todo: 'correct the name of the column.',
  },
  examples: { bad: [file({ enrollperiod1: '30' })], good: [file({ enrolperiod1: '30' })] },
  check: ({ columns }) =>
    columns
      .filter((column) => column.kind === 'unknown' && column.meant !== null)
      .map(({ name, posted, meant }) => ({ field: name, value: posted, edit: meant })),
}
