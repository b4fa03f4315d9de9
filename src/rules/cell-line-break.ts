// A line break inside a cell becomes part of a name that nobody can type again.
import { trimBlanks } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellLineBreak: CellRule = {
  code: 'cell-line-break',
  scope: 'cell',
  severity: 'warning',
  fix: 'safe',
  suspect: [/[\r\n]/],
  fr: {
    title: 'Retour à la ligne dans une cellule',
    why: 'Moodle garderait ce retour à la ligne dans le nom (règle 16).',
    todo: 'il a été remplacé par une espace : vérifiez qu’il ne s’agissait pas de deux valeurs.',
    repaired: 'retours à la ligne',
  },
  en: {
    title: 'Line break inside a cell',
    why: 'Moodle would keep this line break in the name (rule 16).',
    todo: 'it was replaced by a blank: check that these were not two values.',
    repaired: 'line breaks',
  },
  examples: { bad: [file({ lastname: 'Garçon\nMartin' })], good: [file({ lastname: 'Garçon Martin' })] },
  check: (value) => (/[\r\n]/.test(value) ? { edit: oneLine(value) } : null),
}

const oneLine = (value: string): string =>
  trimBlanks(
    value
      .split(/[\r\n]+/)
      .map(trimBlanks)
      .join(' '),
  )
