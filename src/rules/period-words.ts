// A number of days that says that it is days, or that is grouped like a price.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

/** `1,000` and `1.000` may be a thousand: no more than two zeros are decimals. */
const days = /^(\d+|\d{1,3}(?:\s\d{3})+)(?:[.,]0{1,2})?\s?(?:jours?|j|jrs?|days?|d)?\.?$/i

export const periodWords: CellRule = {
  code: 'period-words',
  scope: 'cell',
  fields: ['enrolperiod'],
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Durée remise en forme',
    why: 'Moodle lit les chiffres du début et ignore le reste : « 1 000 » deviendrait un jour (règle 53).',
    todo: 'elle a été écrite en jours, en chiffres.',
    repaired: 'durées remises en forme',
  },
  en: {
    title: 'Period tidied',
    why: 'Moodle reads the first digits and ignores the rest: “1 000” would become one day (rule 53).',
    todo: 'it was written in days, in digits.',
    repaired: 'periods tidied',
  },
  examples: {
    bad: [file({ enrolperiod1: '30 jours' }), file({ enrolperiod1: '1 000' })],
    good: [file({ enrolperiod1: '30' }), file({ enrolperiod1: '1,000' })],
  },
  check: (value) => {
    const number = /^\d+$/.test(value) ? null : days.exec(value)?.[1]
    return number ? { edit: number.replace(/\s/g, '') } : null
  },
}
