// Text after a closing quote: PHP and RFC 4180 read different cells, so neither reading is trusted.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const quoteFollowedByText: FileRule = {
  code: 'quote-followed-by-text',
  scope: 'file',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Texte après un guillemet fermant',
    why: 'Moodle et les tableurs ne lisent pas alors les mêmes cellules.',
    todo: (values) =>
      `à la ligne ${String(values.row)}, une cellule continue après son guillemet fermant. Doublez les guillemets qui font partie du texte.`,
  },
  en: {
    title: 'Text after a closing quote',
    why: 'Moodle and spreadsheets then read different cells.',
    todo: (values) =>
      `in row ${String(values.row)}, a cell goes on after its closing quote. Double the quotes that belong to the text.`,
  },
  examples: { bad: [file({}).replace('Garçon', '"Gar"çon')], good: [file({}).replace('Garçon', '"Gar""çon"')] },
  check: ({ fault }) => (fault?.kind === 'text-after-quote' ? [{ values: { row: fault.row } }] : []),
}
