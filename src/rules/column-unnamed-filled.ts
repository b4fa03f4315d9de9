// Cells under no name: perhaps a note, perhaps a column whose name was lost.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnUnnamedFilled: HeaderRule = {
  code: 'column-unnamed-filled',
  scope: 'header',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Colonne sans nom',
    why: 'Moodle refuse le fichier entier pour un nom de colonne vide (règle 11).',
    todo: 'elle contient du texte et a été laissée de côté : vérifiez que ce n’est pas une colonne utile.',
    repaired: 'colonne sans nom laissée de côté',
  },
  en: {
    title: 'Column without a name',
    why: 'Moodle refuses the whole file for an empty column name (rule 11).',
    todo: 'it holds text and was left out: check that it is not a useful column.',
    repaired: 'column without a name left out',
  },
  examples: {
    bad: [
      file({})
        .replace('\n', ',\n')
        .replace(/student\n/, 'student,absent\n'),
    ],
    good: [file({}).replaceAll('\n', ',\n')],
  },
  check: (header) =>
    header.columns
      .filter((column) => column.kind === 'unnamed' && header.isFilled(column))
      .map(({ posted }) => ({ value: posted, edit: null })),
}
