// Profile columns that Moodle accepts and, in this mode, ignores.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnIgnored: HeaderRule = {
  code: 'column-ignored',
  scope: 'header',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Colonne de profil sans effet',
    why: 'Dans ce mode, Moodle lit cette colonne et n’en fait rien (règle 23).',
    todo: 'elle a été laissée de côté.',
    repaired: 'colonnes de profil laissées de côté',
  },
  en: {
    title: 'Profile column without effect',
    why: 'In this mode Moodle reads this column and does nothing with it (rule 23).',
    todo: 'it was left out.',
    repaired: 'profile columns left out',
  },
  examples: { bad: [file({ city: 'Caen' })], good: [file({})] },
  check: ({ columns }) =>
    columns
      .filter(({ kind }) => kind === 'ignored')
      .map(({ name, posted }) => ({ field: name, value: posted, edit: null })),
}
