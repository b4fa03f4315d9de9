// A French date whose day cannot be a month.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const startDayFirst: CellRule = {
  code: 'start-day-first',
  scope: 'cell',
  fields: ['enroltimestart'],
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Date de début remise en forme',
    why: 'Moodle ne comprend pas « 15/01/2027 » et ferait débuter l’inscription aujourd’hui (règle 57).',
    todo: 'elle a été écrite année, mois, jour.',
    repaired: 'dates remises en forme',
  },
  en: {
    title: 'Start date tidied',
    why: 'Moodle does not understand “15/01/2027” and would start the enrolment today (rule 57).',
    todo: 'it was written year first.',
    repaired: 'dates tidied',
  },
  examples: { bad: [file({ enroltimestart1: '15/01/2027' })], good: [file({ enroltimestart1: '2027-01-15' })] },
  check: (value) => {
    const date = readDayFirst(value)
    return date !== null && date.day > 12 ? { edit: date.toString() } : null
  },
}

/** A date written day, month, year; null for anything else and for days that do not exist. */
export function readDayFirst(value: string): Temporal.PlainDate | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? []
  if (year === undefined) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
