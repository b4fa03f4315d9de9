// Marks by which Excel keeps digits as text: `="0123"`, or an apostrophe before the value.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellExcelText: CellRule = {
  code: 'cell-excel-text',
  scope: 'cell',
  severity: 'info',
  fix: 'safe',
  suspect: [/^[=']/],
  fr: {
    title: 'Marque de texte d’Excel',
    why: 'Moodle prendrait ces signes pour une partie du nom.',
    todo: 'elle a été retirée.',
    repaired: 'marques de texte d’Excel',
  },
  en: {
    title: 'Excel’s text mark',
    why: 'Moodle would take these signs for a part of the name.',
    todo: 'it was removed.',
    repaired: 'Excel’s text marks',
  },
  examples: {
    bad: [file({ username: "'21900010" }), file({ username: '="21900010"' })],
    good: [file({ lastname: "d'Ornano" })],
  },
  check: (value, field, { reference }) => {
    if (reference.hasName(field, value)) return null
    const formula = /^="([^"]*)"$/.exec(value)
    if (formula) return { edit: formula[1] ?? '' }
    const isMarked = value.startsWith("'") && value.length > 1 && !value.endsWith("'")
    return isMarked ? { edit: value.slice(1) } : null
  },
}
