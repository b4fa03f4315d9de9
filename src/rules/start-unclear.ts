// Any date that PHP could read otherwise than the person who wrote it.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { readDayFirst } from './start-day-first.ts'

export const startUnclear: CellRule = {
  code: 'start-unclear',
  scope: 'cell',
  fields: ['enroltimestart'],
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Date de début incompréhensible',
    why: 'Moodle lit « 05/01/2027 » comme le 1er mai, « 2027-02-31 » comme le 3 mars, et d’autres formes comme aujourd’hui (règle 57).',
    todo: 'écrivez la date année-mois-jour, comme `2027-01-15`.',
  },
  en: {
    title: 'Start date not understood',
    why: 'Moodle reads “05/01/2027” as 1 May, “2027-02-31” as 3 March, and other forms as today (rule 57).',
    todo: 'write the date year-month-day, as in `2027-01-15`.',
  },
  examples: {
    bad: [file({ enroltimestart1: '05/01/2027' }), file({ enroltimestart1: '2027-02-31' })],
    good: [file({ enroltimestart1: '2027-01-15 08:00' })],
  },
  check: (value) => {
    if (value === '' || readStart(value) !== null) return null
    const meant = readDayFirst(value)
    return meant === null ? {} : { edit: meant.toString() }
  },
}

/** The day of an ISO date, with or without a time and its offset; null for anything else. */
export function readStart(value: string): Temporal.PlainDate | null {
  if (
    !/^\d{4}-\d{2}-\d{2}(?:[ T](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/.test(value)
  )
    return null
  try {
    return Temporal.PlainDate.from(value.slice(0, 10), { overflow: 'reject' })
  } catch {
    return null
  }
}
