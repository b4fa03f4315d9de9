// Fewer cells than the mandatory columns need.
import type { ShapeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellsMissing: ShapeRule = {
  code: 'cells-missing',
  scope: 'shape',
  severity: 'error',
  fix: 'none',
  about: 'misfit',
  fr: {
    title: 'Cellules absentes',
    why: 'Moodle refuse le fichier entier, sans dire quelle ligne (règle 9).',
    todo: 'complétez la ligne : il lui manque des cellules obligatoires.',
  },
  en: {
    title: 'Cells missing',
    why: 'Moodle refuses the whole file, without naming the row (rule 9).',
    todo: 'complete the row: mandatory cells are missing.',
  },
  examples: { bad: [file({}).replace(',M1-BIO-2025,student', '')], good: [file({})] },
  check: (cells, { columns }) =>
    cells.length < columns.length ? { values: { cells: cells.length, columns: columns.length } } : null,
}
