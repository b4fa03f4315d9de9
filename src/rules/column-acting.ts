// Columns that change accounts or the site even though the upload says "no changes".
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnActing: HeaderRule = {
  code: 'column-acting',
  scope: 'header',
  severity: 'warning',
  fix: 'safe',
  fr: {
    title: 'Colonne qui agirait sur les comptes',
    why: 'Même en mode « aucune modification », Moodle suspend des comptes, crée des cohortes ou des centres d’intérêt (règle 22).',
    todo: 'elle a été laissée de côté : ce service inscrit à des cours, il ne modifie pas les comptes.',
    repaired: 'colonnes agissant sur les comptes laissées de côté',
  },
  en: {
    title: 'Column that would act on accounts',
    why: 'Even in “no changes” mode Moodle suspends accounts, creates cohorts or interests (rule 22).',
    todo: 'it was left out: this service enrols people in courses, it does not change accounts.',
    repaired: 'columns acting on accounts left out',
  },
  examples: { bad: [file({ suspended: '1' }), file({ cohort1: 'L1' })], good: [file({ city: 'Caen' })] },
  check: ({ columns }) =>
    columns
      .filter(({ kind }) => kind === 'acts')
      .map(({ name, posted }) => ({ field: name, value: posted, edit: null })),
}
