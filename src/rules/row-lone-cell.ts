// One filled cell is a remark, a subtotal, a half-line: not a person.
import { isBlank } from '../checking/fold.ts'
import type { ShapeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const rowLoneCell: ShapeRule = {
  code: 'row-lone-cell',
  scope: 'shape',
  about: 'bare',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Ligne qui n’est pas une personne',
    why: 'Moodle la refuserait, et parfois le fichier entier avec elle (règle 9).',
    todo: 'une seule cellule est remplie. Complétez la ligne, ou retirez-la.',
  },
  en: {
    title: 'Row that is not a person',
    why: 'Moodle would refuse it, and sometimes the whole file with it (rule 9).',
    todo: 'only one cell is filled. Complete the row, or remove it.',
  },
  examples: { bad: [`${file({})}# groupe du soir,,,,,\n`], good: [file({})] },
  check: (cells, { columns }) => {
    const [first, second] = filledCells(cells, 2)
    return columns.length > 1 && first !== undefined && second === undefined ? { value: first } : null
  },
}

/** The first cells, at most that many, that hold more than blanks. */
function filledCells(cells: readonly string[], most: number): readonly string[] {
  const filled: string[] = []
  for (const cell of cells) {
    if (!isBlank(cell)) filled.push(cell)
    if (filled.length === most) break
  }
  return filled
}
