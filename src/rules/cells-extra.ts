// More cells than columns, and something in them: a separator inside a value, most often.
import type { ShapeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellsExtra: ShapeRule = {
  code: 'cells-extra',
  scope: 'shape',
  severity: 'error',
  fix: 'none',
  about: 'misfit',
  fr: {
    title: 'Trop de cellules',
    why: 'Moodle refuse le fichier entier, sans dire quelle ligne (règle 9).',
    todo: 'une valeur contient sans doute le séparateur. Entourez cette valeur de guillemets.',
  },
  en: {
    title: 'Too many cells',
    why: 'Moodle refuses the whole file, without naming the row (rule 9).',
    todo: 'a value probably contains the separator. Put quotes around that value.',
  },
  examples: { bad: [file({}).replace(/student\n/, 'student,TD1\n')], good: [file({})] },
  check: (cells, { columns }) =>
    cells.length > columns.length ? { values: { cells: cells.length, columns: columns.length } } : null,
}
