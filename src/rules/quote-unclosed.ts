// Everything after an opening quote that never closes is a guess, so nothing after it is examined.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const quoteUnclosed: FileRule = {
  code: 'quote-unclosed',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Guillemet jamais fermé',
    why: 'Moodle avale alors les lignes suivantes dans une seule cellule, parfois sans un mot (règle 12).',
    todo: (values) =>
      `un guillemet s’ouvre à la ligne ${String(values.row)} et ne se ferme pas. Fermez-le ou retirez-le.`,
  },
  en: {
    title: 'Quote never closed',
    why: 'Moodle then swallows the following rows into one cell, sometimes without a word (rule 12).',
    todo: (values) => `a quote opens in row ${String(values.row)} and never closes. Close it or remove it.`,
  },
  examples: { bad: [file({}).replace('Garçon', '"Garçon')], good: [file({}).replace('Garçon', '"Garçon"')] },
  check: ({ fault }) => (fault?.kind === 'unclosed' ? [{ values: { row: fault.row } }] : []),
}
