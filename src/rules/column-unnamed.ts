// A separator too many at the end of each line, usually: a column with no name and nothing in it.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnUnnamed: HeaderRule = {
  code: 'column-unnamed',
  scope: 'header',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Colonne vide sans nom',
    why: 'Moodle refuse le fichier entier pour un nom de colonne vide (règle 11).',
    todo: 'elle a été retirée.',
    repaired: 'colonnes vides sans nom',
  },
  en: {
    title: 'Empty column without a name',
    why: 'Moodle refuses the whole file for an empty column name (rule 11).',
    todo: 'it was removed.',
    repaired: 'empty columns without a name',
  },
  examples: { bad: [file({}).replaceAll('\n', ',\n')], good: [file({})] },
  check: (header) =>
    header.columns
      .filter((column) => column.kind === 'unnamed' && !header.isFilled(column))
      .map(({ posted }) => ({ value: posted, edit: null })),
}
