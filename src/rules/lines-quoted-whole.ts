// A file exported twice: each line became one quoted cell.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const linesQuotedWhole: FileRule = {
  code: 'lines-quoted-whole',
  scope: 'file',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Lignes entières entre guillemets',
    why: 'Moodle ne verrait qu’une seule colonne et refuserait le fichier (règle 9).',
    todo: 'les guillemets de trop ont été retirés : vérifiez quelques lignes.',
    repaired: 'lignes entières entre guillemets',
  },
  en: {
    title: 'Whole lines in quotes',
    why: 'Moodle would see one column only and refuse the file (rule 9).',
    todo: 'the outer quotes were removed: check a few rows.',
    repaired: 'whole lines in quotes',
  },
  examples: { bad: [file({}).replace(/^.+$/gm, '"$&"')], good: [file({})] },
  check: ({ wrapped }) => (wrapped ? [{ edit: null }] : []),
}
