// Moodle accepts these quotes; other programs may not, so the corrected file has the standard ones.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const quotesLoose: FileRule = {
  code: 'quotes-loose',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Guillemets hors norme',
    why: 'Moodle les comprend, mais pas tous les tableurs (règle 12).',
    todo: 'ils ont été remis en forme ; le texte des cellules ne change pas.',
    repaired: 'guillemets remis en forme',
  },
  en: {
    title: 'Unusual quotes',
    why: 'Moodle understands them, not every spreadsheet does (rule 12).',
    todo: 'they were tidied; the text of the cells does not change.',
    repaired: 'quotes tidied',
  },
  examples: { bad: [file({}).replace('Garçon', ' "Garçon"')], good: [file({}).replace('Garçon', '"Garçon"')] },
  check: ({ requoted, fault }) => (requoted && !fault ? [{ edit: null }] : []),
}
