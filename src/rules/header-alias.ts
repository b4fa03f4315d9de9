// A French or everyday word for a column that Moodle only knows by its own name.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const headerAlias: HeaderRule = {
  code: 'header-alias',
  scope: 'header',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Nom de colonne traduit',
    why: 'Moodle ne connaît que ses propres noms de colonnes et refuse le fichier entier pour un seul autre (règle 17).',
    todo: 'la colonne a été renommée.',
    repaired: 'en-têtes traduits',
  },
  en: {
    title: 'Column name translated',
    why: 'Moodle knows only its own column names and refuses the whole file for a single other one (rule 17).',
    todo: 'the column was renamed.',
    repaired: 'headers translated',
  },
  examples: { bad: [file({}).replace('username', 'identifiant')], good: [file({})] },
  check: ({ kept }) =>
    kept
      .filter(({ naming }) => naming === 'alias')
      .map(({ name, posted }) => ({ field: name, value: posted, edit: name })),
}
