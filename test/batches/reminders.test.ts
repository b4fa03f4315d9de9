import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchStates, isOpen } from '../../src/batches/batch.ts'
import { isWorkingHour, nextOpening, type Workplace } from '../../src/batches/calendar.ts'
import { mostReminders, needsRequester, type Remindable, reminderDue } from '../../src/batches/reminders.ts'

const hours = { recheck: '08:00', digest: '08:30', from: '08:00', until: '18:00' }
const caen: Workplace = { timezone: 'Europe/Paris', hours, holidays: [] }
const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant()
const batch: Remindable = { id: 'b1', state: 'needs-changes', accounts: null, retryOn: null, quietUntil: null }

/** A Monday; the first reminder is due on Wednesday at the same hour. */
const since = at('2026-11-02T10:00')
const due = (now: string, changed: Partial<Remindable> = {}, timezone: string | null = null) =>
  reminderDue({ ...batch, ...changed }, since, at(now), caen, timezone)?.number

describe('nothing came', () => {
  test.each([
    ['a day', '2026-11-03T10:00', undefined],
    ['nearly two working days', '2026-11-04T09:59', undefined],
    ['two working days', '2026-11-04T10:00', 1],
    ['two working days, but it is night', '2026-11-04T23:00', undefined],
    ['the morning after', '2026-11-05T08:00', 1],
    ['a week more', '2026-11-11T10:00', 2],
    ['two weeks more, on a Saturday', '2026-11-21T10:00', undefined],
    ['two weeks more', '2026-11-18T10:00', 3],
    ['months', '2027-02-01T10:00', 3],
  ])('for %s', (_, now, expected) => {
    expect(due(now)).toBe(expected)
  })

  test('since Friday: the weekend does not count', () => {
    const friday = at('2026-11-06T16:00')
    const dueAt = (now: string) => reminderDue(batch, friday, at(now), caen, null)?.number
    expect(['2026-11-09T16:00', '2026-11-10T15:59', '2026-11-10T16:00'].map(dueAt)).toEqual([undefined, undefined, 1])
  })

  test('hours are those of the person', () => {
    expect(due('2026-11-04T10:00', {}, 'America/Martinique')).toBeUndefined()
    expect(due('2026-11-04T13:00', {}, 'America/Martinique')).toBe(1)
  })

  test('a reminder that is nearly a week late leaves the word to the next', () => {
    expect(due('2026-11-09T09:00')).toBe(1)
    expect(due('2026-11-10T09:00')).toBeUndefined()
  })
})

describe('who is reminded', () => {
  const answered = { accounts: 'new', retryOn: Temporal.PlainDate.from('2026-11-05') } as const

  test.each(batchStates)('%s', (state) => {
    const expected = state === 'needs-changes' || state === 'waiting'
    expect(needsRequester({ ...batch, state })).toBe(expected)
    expect(due('2026-11-04T10:00', { state })).toBe(expected ? 1 : undefined)
  })

  test('not who waits for accounts', () => {
    expect(due('2026-11-04T10:00', { state: 'waiting', retryOn: answered.retryOn })).toBeUndefined()
    expect(due('2026-11-04T10:00', { state: 'waiting', accounts: 'unsure' })).toBeUndefined()
  })
})

describe('"remind me tomorrow"', () => {
  const asked = { quietUntil: at('2026-11-05T08:00') }

  test('pauses what was scheduled, then is due', () => {
    expect(due('2026-11-04T10:00', asked)).toBeUndefined()
    expect(due('2026-11-05T08:00', asked)).toBeNull()
  })

  test('holds over a weekend', () => {
    const wednesday = at('2026-11-04T10:00')
    const monday = { ...batch, quietUntil: at('2026-11-09T08:00') }
    const dueAt = (now: string) => reminderDue(monday, wednesday, at(now), caen, null)?.number
    expect(['2026-11-06T10:00', '2026-11-09T08:00'].map(dueAt)).toEqual([undefined, null])
  })

  test('takes the place of what is scheduled just after', () => {
    const early = { quietUntil: at('2026-11-03T08:00') }
    expect(due('2026-11-03T08:00', early)).toBeNull()
    expect(due('2026-11-04T10:00', early)).toBeNull()
    expect(due('2026-11-11T10:00', early)).toBe(2)
  })

  test('the weekly ones go on', () => {
    expect(due('2026-11-11T10:00', asked)).toBe(2)
  })

  test('ends with the next file', () => {
    const later = at('2026-11-05T09:00')
    expect(reminderDue({ ...batch, ...asked }, later, at('2026-11-05T09:30'), caen, null)).toBeNull()
    expect(reminderDue({ ...batch, ...asked }, later, at('2026-11-09T09:00'), caen, null)?.number).toBe(1)
  })

  test('each has its key', () => {
    const [first, second] = ['2026-11-05T08:00', '2026-11-06T08:00'].map((text) =>
      reminderDue({ ...batch, quietUntil: at(text) }, since, at(text), caen, null),
    )
    expect(first!.key).not.toBe(second!.key)
  })
})

describe('whichever ticks are missed', () => {
  type Sent = {
    readonly key: string
    readonly number: number | null
    readonly at: Temporal.Instant
    readonly quiet: boolean
  }
  const gaps = fc.array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 60, max: 12_000 })), {
    maxLength: 150,
  })
  const timezone = fc.constantFrom(null, 'Europe/Paris', 'America/Martinique', 'Pacific/Noumea')
  const start = fc.integer({ min: 0, max: 525_600 }).map((minutes) => at('2026-01-05T08:00').add({ minutes }))

  /** What goes out when the bot looks after each of these gaps (in minutes), each key once. */
  function sent(from: Temporal.Instant, minutes: readonly number[], zone: string | null, asks = -1): readonly Sent[] {
    const gone: Sent[] = []
    let now = from
    let known = batch
    minutes.forEach((gap, index) => {
      now = now.add({ minutes: gap })
      if (index === asks) known = { ...batch, quietUntil: nextOpening(now, caen, zone) }
      const reminder = reminderDue(known, from, now, caen, zone)
      if (reminder && !gone.some(({ key }) => key === reminder.key)) {
        gone.push({ ...reminder, at: now, quiet: known.quietUntil !== null && isBefore(now, known.quietUntil) })
      }
    })
    return gone
  }

  test('there are at most three, in order, in working hours, two days apart', () => {
    fc.assert(
      fc.property(start, gaps, timezone, (from, minutes, zone) => {
        const all = sent(from, minutes, zone)
        expect(all.length).toBeLessThanOrEqual(mostReminders)
        all.forEach((one, index) => {
          const before = all[index - 1]
          expect(isWorkingHour(one.at, caen, zone)).toBe(true)
          expect(before === undefined || one.number! > before.number!).toBe(true)
          expect(before === undefined || before.at.until(one.at).total('hours') >= 48).toBe(true)
        })
      }),
    )
  })

  test('who asked for tomorrow hears nothing before, and once then', () => {
    fc.assert(
      fc.property(start, gaps, timezone, fc.nat(40), (from, minutes, zone, asks) => {
        const all = sent(from, minutes, zone, asks)
        expect(all.filter(({ number }) => number === null).length).toBeLessThanOrEqual(1)
        expect(all.filter(({ quiet }) => quiet)).toEqual([])
        expect(all.length).toBeLessThanOrEqual(mostReminders + 1)
      }),
    )
  })

  test('a closed batch is left in peace', () => {
    const closed = fc.constantFrom(...batchStates.filter((state) => !isOpen(state)))
    fc.assert(
      fc.property(start, fc.nat(100_000), timezone, closed, (from, minutes, zone, state) => {
        expect(reminderDue({ ...batch, state }, from, from.add({ minutes }), caen, zone)).toBeNull()
      }),
    )
  })

  test('with a tick every quarter of an hour all three go out', () => {
    const month = Array.from({ length: 4 * 24 * 30 }, () => 15)
    expect(sent(since, month, null).map(({ number }) => number)).toEqual([1, 2, 3])
  })
})
