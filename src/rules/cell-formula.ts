// A cell that a spreadsheet would execute: perhaps an attack, surely not a name.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellFormula: CellRule = {
  code: 'cell-formula',
  scope: 'cell',
  severity: 'error',
  fix: 'none',
  suspect: [/^[=+\-@]/],
  fr: {
    title: 'Formule dans une cellule',
    why: 'Moodle lirait le texte de la formule, pas son résultat ; un tableur l’exécuterait.',
    todo: 'remplacez la formule par sa valeur (Collage spécial, Valeurs).',
  },
  en: {
    title: 'Formula in a cell',
    why: 'Moodle would read the text of the formula, not its result; a spreadsheet would run it.',
    todo: 'replace the formula by its value (Paste special, Values).',
  },
  examples: { bad: [file({ firstname: "=cmd|'/C calc'!A0" })], good: [file({ firstname: 'Jean-Paul' })] },
  check: (value) => (/^[=+\-@]/.test(value) ? {} : null),
}
