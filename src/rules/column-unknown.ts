// A column for people, not for Moodle: a telephone number, a remark.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnUnknown: HeaderRule = {
  code: 'column-unknown',
  scope: 'header',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Colonne inconnue de Moodle',
    why: 'Moodle refuse le fichier entier dès qu’un nom de colonne lui est inconnu (règle 17).',
    todo: 'elle a été laissée de côté dans le fichier corrigé.',
    repaired: 'colonnes inconnues laissées de côté',
  },
  en: {
    title: 'Column unknown to Moodle',
    why: 'Moodle refuses the whole file as soon as it does not know a column name (rule 17).',
    todo: 'it was left out of the corrected file.',
    repaired: 'unknown columns left out',
  },
  examples: { bad: [file({ Téléphone: '02 31' })], good: [file({ group1: 'TD1' })] },
  check: ({ columns }) =>
    columns
      .filter(({ kind, meant }) => kind === 'unknown' && meant === null)
      .map(({ name, posted }) => ({ field: name, value: posted, edit: null })),
}
