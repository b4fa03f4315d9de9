// Anything else than a plausible number of days; what was probably meant is shown in days.
import type { CellRule, Finding } from '../checking/rule.ts'
import { file } from './examples.ts'

/** Over ten years, a number of days is a number of seconds, most often (policy, enrolperiodN). */
const mostDays = 3650
const units: readonly (readonly [RegExp, number])[] = [
  [/^(?:semaines?|sem|weeks?|w)\.?$/i, 7],
  [/^(?:mois|months?|m)\.?$/i, 30],
  [/^(?:ans?|années?|years?|y)\.?$/i, 365],
]

export const periodUnclear: CellRule = {
  code: 'period-unclear',
  scope: 'cell',
  fields: ['enrolperiod'],
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Durée incompréhensible',
    why: 'Moodle n’en lit que les premiers chiffres, en jours : « 3 mois » donnerait trois jours (règles 53 et 55).',
    todo: 'indiquez un nombre de jours entier, jusqu’à 3650, ou laissez la cellule vide.',
  },
  en: {
    title: 'Period not understood',
    why: 'Moodle reads only its first digits, in days: “3 months” would give three days (rules 53 and 55).',
    todo: 'give a whole number of days, up to 3650, or leave the cell empty.',
  },
  examples: {
    bad: [file({ enrolperiod1: '3 mois' }), file({ enrolperiod1: '2592000' })],
    good: [file({ enrolperiod1: '0365' })],
  },
  check: (value, _field, { today }) => {
    if (value === '' || (/^\d+$/.test(value) && Number(value) <= mostDays)) return null
    return suggestion(daysOf(value, today))
  },
}

const suggestion = (days: number | null): Finding =>
  days !== null && days > 0 && days <= mostDays ? { edit: String(days) } : {}

function daysOf(value: string, today: Temporal.PlainDate): number | null {
  if (/^\d+$/.test(value)) return Number(value) % 86_400 === 0 ? Number(value) / 86_400 : null
  const [, count, unit = ''] = /^(\d+) ?(\p{L}+\.?)$/u.exec(value) ?? []
  const length = units.find(([word]) => word.test(unit))?.[1]
  if (count !== undefined && length !== undefined) return Number(count) * length
  return daysUntil(value, today)
}

function daysUntil(value: string, today: Temporal.PlainDate): number | null {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? []
  const text = year ? `${year}-${month?.padStart(2, '0') ?? ''}-${day?.padStart(2, '0') ?? ''}` : value
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return today.until(Temporal.PlainDate.from(text), { largestUnit: 'day' }).days
  } catch {
    return null
  }
}
