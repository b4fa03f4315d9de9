// Excel's own first line that tells Excel the separator; Moodle takes it for the header.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const separatorLine: FileRule = {
  code: 'separator-line',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Ligne « sep= » d’Excel',
    why: 'Moodle la prendrait pour l’en-tête et refuserait le fichier (règle 3).',
    todo: 'elle a été retirée.',
    repaired: 'ligne « sep= » d’Excel',
  },
  en: {
    title: 'Excel’s “sep=” line',
    why: 'Moodle would take it for the header and refuse the file (rule 3).',
    todo: 'it was removed.',
    repaired: 'Excel’s “sep=” line',
  },
  examples: { bad: [`sep=,\n${file({})}`], good: [file({})] },
  check: (source) => (source.separatorLine === null ? [] : [{ value: source.separatorLine, edit: null }]),
}
