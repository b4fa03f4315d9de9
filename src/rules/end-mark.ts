// DOS ended its texts by Ctrl-Z, and some exports still do: to Moodle it is one more row.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const endMark: FileRule = {
  code: 'end-mark',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Marque de fin de fichier',
    why: 'Moodle prend ce caractère (Ctrl-Z) pour une ligne d’une cellule et refuse le fichier entier (règle 8).',
    todo: 'elle a été retirée.',
    repaired: 'marque de fin de fichier',
  },
  en: {
    title: 'End-of-file mark',
    why: 'Moodle takes this character (Ctrl-Z) for a row of one cell and refuses the whole file (rule 8).',
    todo: 'it was removed.',
    repaired: 'end-of-file mark',
  },
  examples: { bad: [`${file({})}\u001A`, `${file({})}\u001A\r\n`], good: [file({})] },
  check: (source) => (source.endMark ? [{ edit: null }] : []),
}
