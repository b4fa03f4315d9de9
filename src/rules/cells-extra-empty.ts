// Separators too many at the end of a row; one such row makes Moodle refuse the file.
import { isBlank } from '../checking/fold.ts'
import type { ShapeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellsExtraEmpty: ShapeRule = {
  code: 'cells-extra-empty',
  scope: 'shape',
  severity: 'info',
  fix: 'safe',
  about: 'misfit',
  fr: {
    title: 'Cellules vides en trop',
    why: 'Moodle refuse le fichier entier, sans dire quelle ligne, si une seule n’a pas le bon nombre de cellules (règle 9).',
    todo: 'elles ont été retirées.',
    repaired: 'cellules vides en trop',
  },
  en: {
    title: 'Extra empty cells',
    why: 'Moodle refuses the whole file, without naming the row, if one has a wrong number of cells (rule 9).',
    todo: 'they were removed.',
    repaired: 'extra empty cells',
  },
  examples: { bad: [file({}).replace(/student\n/, 'student,,\n')], good: [file({})] },
  check: (cells, { columns }) =>
    cells.length > columns.length && cells.slice(columns.length).every(isBlank) ? { edit: null } : null,
  repair: (cells, { columns }) => cells.slice(0, columns.length),
}
