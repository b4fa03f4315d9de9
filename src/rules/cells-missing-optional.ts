// A row that stops early, but not before what it must say.
import type { ShapeRule } from '../checking/rule.ts'
import { mandatoryColumns } from '../moodle/fields.ts'
import { file } from './examples.ts'

export const cellsMissingOptional: ShapeRule = {
  code: 'cells-missing-optional',
  scope: 'shape',
  severity: 'info',
  fix: 'safe',
  about: 'misfit',
  fr: {
    title: 'Cellules facultatives absentes',
    why: 'Moodle refuse le fichier entier, sans dire quelle ligne, si une seule n’a pas le bon nombre de cellules (règle 9).',
    todo: 'la ligne a été complétée par des cellules vides.',
    repaired: 'lignes complétées par des cellules vides',
  },
  en: {
    title: 'Optional cells missing',
    why: 'Moodle refuses the whole file, without naming the row, if one has a wrong number of cells (rule 9).',
    todo: 'the row was completed with empty cells.',
    repaired: 'rows completed with empty cells',
  },
  examples: { bad: [file({ group1: 'TD1' }).replace(',TD1', '')], good: [file({ group1: '' })] },
  check: (cells, { columns }) => {
    const missing = columns.slice(cells.length)
    return missing.length > 0 && missing.every(({ name }) => !isMandatory(name)) ? { edit: '' } : null
  },
  repair: (cells, { columns }) => [...cells, ...columns.slice(cells.length).map(() => '')],
}

const isMandatory = (name: string): boolean => mandatoryColumns.some((mandatory) => mandatory === name)
