// Separators or blanks only, as spreadsheets leave at the end of a table.
import { isBlank } from '../checking/fold.ts'
import type { ShapeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const rowBlank: ShapeRule = {
  code: 'row-blank',
  scope: 'shape',
  about: 'bare',
  severity: 'info',
  fix: 'safe',
  drops: true,
  fr: {
    title: 'Ligne vide',
    why: 'Moodle refuse le fichier, ou signale une personne sans identifiant (règles 8 et 10).',
    todo: 'elle a été retirée.',
    repaired: 'lignes vides retirées',
  },
  en: {
    title: 'Empty row',
    why: 'Moodle refuses the file, or reports a person without a username (rules 8 and 10).',
    todo: 'it was removed.',
    repaired: 'empty rows removed',
  },
  examples: { bad: [`${file({})},,,,,\n`, `${file({})}   \n`], good: [file({})] },
  check: (cells) => (cells.every(isBlank) ? { edit: null } : null),
}
