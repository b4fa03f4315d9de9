// Moodle removes one byte order mark; a second one becomes part of the first column's name.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const bomRepeated: FileRule = {
  code: 'bom-repeated',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Marques invisibles en tête de fichier',
    why: 'Moodle n’en retire qu’une : la deuxième s’ajoute au nom de la première colonne (règle 4).',
    todo: 'elles ont été retirées.',
    repaired: 'marques invisibles en tête de fichier',
  },
  en: {
    title: 'Invisible marks at the start of the file',
    why: 'Moodle removes only one: the second becomes part of the first column’s name (rule 4).',
    todo: 'they were removed.',
    repaired: 'invisible marks at the start of the file',
  },
  examples: { bad: [`\uFEFF\uFEFF${file({})}`], good: [file({}), `\uFEFF${file({})}`] },
  check: ({ boms }) => (boms > 1 ? [{ edit: null }] : []),
}
