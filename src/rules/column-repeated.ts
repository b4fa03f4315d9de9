// The same column twice, cell for cell: one of them says nothing.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { repeated } from './header-duplicate.ts'

export const columnRepeated: HeaderRule = {
  code: 'column-repeated',
  scope: 'header',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Colonne identique en double',
    why: 'Moodle refuse le fichier entier quand deux colonnes ont le même nom (règle 18).',
    todo: 'les deux colonnes disent la même chose : une seule a été gardée.',
    repaired: 'colonne identique en double',
  },
  en: {
    title: 'Identical column twice',
    why: 'Moodle refuses the whole file when two columns have the same name (rule 18).',
    todo: 'both columns say the same: only one was kept.',
    repaired: 'identical column',
  },
  examples: { bad: [file({ Email: 'anais.garcon@etu.univ-exemple.example' })], good: [file({})] },
  check: (header) =>
    repeated(header)
      .filter(([first, other]) => header.areSame(first, other))
      .map(([, other]) => ({ field: other.name, value: other.posted, edit: null })),
}
