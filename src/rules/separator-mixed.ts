// A row that another separator would cut into the right number of cells: the file was glued from two.
import type { ShapeRule } from '../checking/rule.ts'
import { delimiters } from '../table/table.ts'
import { file } from './examples.ts'

export const separatorMixed: ShapeRule = {
  code: 'separator-mixed',
  scope: 'shape',
  severity: 'error',
  fix: 'none',
  about: 'misfit',
  stops: true,
  fr: {
    title: 'Séparateurs mélangés',
    why: 'Moodle n’utilise qu’un séparateur et refuse le fichier entier pour une ligne mal découpée (règle 2).',
    todo: 'des lignes utilisent un autre séparateur que l’en-tête. Enregistrez de nouveau le fichier avec un seul séparateur.',
  },
  en: {
    title: 'Mixed separators',
    why: 'Moodle uses one separator and refuses the whole file for one row cut wrongly (rule 2).',
    todo: 'some rows use another separator than the header. Save the file again with a single separator.',
  },
  examples: { bad: [file({}).replace(/^2.*$/m, (row) => row.replaceAll(',', ';'))], good: [file({})] },
  check: (cells, { columns, delimiter }) => {
    const only = cells[0]
    if (cells.length !== 1 || only === undefined || columns.length === 1 || only.includes(delimiter ?? ',')) return null
    return delimiters.some((other) => other !== delimiter && only.split(other).length === columns.length) ? {} : null
  },
}
