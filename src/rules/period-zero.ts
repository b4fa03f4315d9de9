// A period of no days is no period: the course's own, or none.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const periodZero: CellRule = {
  code: 'period-zero',
  scope: 'cell',
  fields: ['enrolperiod'],
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Durée nulle',
    why: 'Moodle applique la durée prévue par le cours, ou aucune date de fin (règle 54).',
    todo: 'indiquez un nombre de jours, ou laissez la cellule vide.',
  },
  en: {
    title: 'Period of zero',
    why: 'Moodle uses the period set in the course, or no end date (rule 54).',
    todo: 'give a number of days, or leave the cell empty.',
  },
  examples: { bad: [file({ enrolperiod1: '0' })], good: [file({ enrolperiod1: '' })] },
  check: (value) => (/^0+$/.test(value) ? {} : null),
}
