// The day that somebody asks to be reminded on, as people write days in both languages.
import { fold } from '../checking/fold.ts'
import { type Language, languages } from '../moodle/language.ts'

const tomorrow: ReadonlySet<string> = new Set(['', 'demain', 'tomorrow'])

/** "demain", "lundi" (the next one), "1/12", "2026-12-01" as a day after today; null for anything else, or a day that is past. */
export function dayCalled(word: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const text = fold(word)
  if (tomorrow.has(text)) return today.add({ days: 1 })
  const weekday = weekdays.get(text)
  if (weekday !== undefined) return today.add({ days: ((weekday - today.dayOfWeek + 6) % 7) + 1 })
  const day = dateIn(text, today)
  return day && Temporal.PlainDate.compare(day, today) > 0 ? day : null
}

const monday = Temporal.PlainDate.from('2026-11-23')
const weekdayName = (day: number, language: Language) =>
  fold(monday.add({ days: day - 1 }).toLocaleString(language, { weekday: 'long' }))
const weekdays: ReadonlyMap<string, number> = new Map(
  languages.flatMap((language) => [1, 2, 3, 4, 5, 6, 7].map((day) => [weekdayName(day, language), day] as const)),
)

function dateIn(text: string, today: Temporal.PlainDate): Temporal.PlainDate | null {
  const written = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (written) return dateOf(Number(written[1]), Number(written[2]), Number(written[3]))
  const short = /^(\d{1,2})\/(\d{1,2})$/.exec(text)
  if (!short) return null
  const [day, month] = [Number(short[1]), Number(short[2])]
  const thisYear = dateOf(today.year, month, day)
  const isPast = thisYear && Temporal.PlainDate.compare(thisYear, today) <= 0
  return isPast ? dateOf(today.year + 1, month, day) : thisYear
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12) return null
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : null
}
