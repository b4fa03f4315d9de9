// A title above the header looks well in a spreadsheet and stops Moodle at once.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const titleLines: FileRule = {
  code: 'title-lines',
  scope: 'file',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Lignes au-dessus de l’en-tête',
    why: 'Moodle prendrait la première pour l’en-tête et refuserait le fichier (règle 3).',
    todo: 'elles ont été retirées du fichier corrigé : vérifiez que ce ne sont que des titres.',
    repaired: 'lignes de titre retirées',
  },
  en: {
    title: 'Lines above the header',
    why: 'Moodle would take the first for the header and refuse the file (rule 3).',
    todo: 'they were left out of the corrected file: check that they are only titles.',
    repaired: 'title lines removed',
  },
  examples: { bad: [`Liste du TD 1\n${file({})}`], good: [file({})] },
  check: (source) => source.titleLines.map((value) => ({ value, edit: null })),
}
