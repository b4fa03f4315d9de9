import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isWorkingDay,
  isWorkingHour,
  morningOf,
  nextMorning,
  nextOpening,
  nextWorkingTime,
  openingFrom,
  type Workplace,
  workingDayBefore,
  workingDaysAfter,
} from '../../src/batches/calendar.ts'

const hours = { recheck: '08:00', digest: '08:30', from: '08:00', until: '18:00' }
const caen: Workplace = { timezone: 'Europe/Paris', hours, holidays: ['2026-12-25'] }
const at = (text: string) => Temporal.Instant.from(text)
const zoned = (text: string) => Temporal.ZonedDateTime.from(text).toInstant()

describe('the next morning', () => {
  test.each([
    ['an evening in winter', '2026-11-23T17:00:00Z', '2026-11-24', '2026-11-24T07:00:00Z'],
    ['an evening in summer', '2026-07-14T17:00:00Z', '2026-07-15', '2026-07-15T06:00:00Z'],
    ['after midnight here, before it in UTC', '2026-11-23T23:30:00Z', '2026-11-25', '2026-11-25T07:00:00Z'],
    ['the small hours: today is no longer yesterday', '2026-11-24T05:00:00Z', '2026-11-25', '2026-11-25T07:00:00Z'],
    ['a Saturday is a morning as well', '2026-11-27T12:00:00Z', '2026-11-28', '2026-11-28T07:00:00Z'],
    ['the night the clocks go forward', '2026-03-28T20:00:00Z', '2026-03-29', '2026-03-29T06:00:00Z'],
    ['the night the clocks go back', '2026-10-24T20:00:00Z', '2026-10-25', '2026-10-25T07:00:00Z'],
    ['the end of the year', '2026-12-31T20:00:00Z', '2027-01-01', '2027-01-01T07:00:00Z'],
  ])('%s', (_, now, date, moment) => {
    const morning = nextMorning(at(now), caen)
    expect([morning.date.toString(), morning.at.toString()]).toEqual([date, moment])
  })

  test.each([
    ['skipped in Paris, taken after the gap', 'Europe/Paris', '02:30', '2026-03-29', '2026-03-29T01:30:00Z'],
    ['shown twice in Paris, taken first', 'Europe/Paris', '02:30', '2026-10-25', '2026-10-25T00:30:00Z'],
    ['skipped in New York', 'America/New_York', '02:30', '2026-03-08', '2026-03-08T07:30:00Z'],
    ['shown twice in New York', 'America/New_York', '01:30', '2026-11-01', '2026-11-01T05:30:00Z'],
    ['a gap of half an hour, Lord Howe', 'Australia/Lord_Howe', '02:15', '2026-10-04', '2026-10-03T15:45:00Z'],
  ])('an hour %s', (_, timezone, recheck, date, moment) => {
    const place = { ...caen, timezone, hours: { ...hours, recheck } }
    expect(morningOf(Temporal.PlainDate.from(date), place).toString()).toBe(moment)
  })
})

test.each([
  ['2026-11-23', true],
  ['2026-11-27', true],
  ['2026-11-28', false],
  ['2026-11-29', false],
  ['2026-12-25', false],
])('%s is a working day: %s', (date, expected) => {
  expect(isWorkingDay(Temporal.PlainDate.from(date), caen)).toBe(expected)
})

describe('working hours', () => {
  test.each([
    ['2026-11-23T07:59:59+01:00[Europe/Paris]', null, false],
    ['2026-11-23T08:00+01:00[Europe/Paris]', null, true],
    ['2026-11-23T17:59:59+01:00[Europe/Paris]', null, true],
    ['2026-11-23T18:00+01:00[Europe/Paris]', null, false],
    ['2026-11-28T10:00+01:00[Europe/Paris]', null, false],
    ['2026-12-25T10:00+01:00[Europe/Paris]', null, false],
    // Ten in Caen is five in the morning in Martinique, and past ten at night in Auckland.
    ['2026-11-23T10:00+01:00[Europe/Paris]', 'America/Martinique', false],
    ['2026-11-23T14:00+01:00[Europe/Paris]', 'America/Martinique', true],
    ['2026-11-23T10:00+01:00[Europe/Paris]', 'Pacific/Auckland', false],
    // Saturday there while it is Friday here.
    ['2026-11-27T21:00+01:00[Europe/Paris]', 'Pacific/Auckland', false],
  ])('%s for somebody in %s: %s', (now, timezone, expected) => {
    expect(isWorkingHour(zoned(now), caen, timezone)).toBe(expected)
  })

  test.each([
    ['it is one', '2026-11-23T10:15:00Z', null, '2026-11-23T10:15:00Z'],
    ['before opening', '2026-11-23T04:00:00Z', null, '2026-11-23T07:00:00Z'],
    ['after closing', '2026-11-23T18:00:00Z', null, '2026-11-24T07:00:00Z'],
    ['Friday evening', '2026-11-27T18:00:00Z', null, '2026-11-30T07:00:00Z'],
    ['over the clocks going forward', '2026-03-27T20:00:00Z', null, '2026-03-30T06:00:00Z'],
    ['a holiday before a weekend', '2026-12-24T18:00:00Z', null, '2026-12-28T07:00:00Z'],
    ['elsewhere', '2026-11-23T09:00:00Z', 'America/Martinique', '2026-11-23T12:00:00Z'],
  ])('the next, when %s', (_, now, timezone, expected) => {
    expect(nextWorkingTime(at(now), caen, timezone).toString()).toBe(expected)
  })

  test.each([
    ['2026-11-23T05:00:00Z', '2026-11-24T07:00:00Z'],
    ['2026-11-27T09:00:00Z', '2026-11-30T07:00:00Z'],
  ])('the next opening after the day of %s', (now, expected) => {
    expect(nextOpening(at(now), caen, null).toString()).toBe(expected)
  })
})

test.each([
  ['2026-11-27', '2026-11-27T07:00:00Z'],
  ['2026-11-28', '2026-11-30T07:00:00Z'],
])('the opening from %s on', (date, expected) => {
  expect(openingFrom(Temporal.PlainDate.from(date), caen, null).toString()).toBe(expected)
})

describe('working days', () => {
  test.each([
    ['none', '2026-11-28T09:00:00Z', 0, '2026-11-28T09:00:00Z'],
    ['in the week', '2026-11-23T09:00:00Z', 2, '2026-11-25T09:00:00Z'],
    ['over a weekend', '2026-11-26T09:00:00Z', 2, '2026-11-30T09:00:00Z'],
    ['from a Saturday', '2026-11-28T09:00:00Z', 1, '2026-11-30T09:00:00Z'],
    ['over a holiday', '2026-12-24T09:00:00Z', 1, '2026-12-28T09:00:00Z'],
    ['over the clocks going forward, at the same hour', '2026-03-27T09:00:00Z', 1, '2026-03-30T08:00:00Z'],
  ])('%s', (_, instant, days, expected) => {
    expect(workingDaysAfter(at(instant), days, caen).toString()).toBe(expected)
  })

  test.each([
    ['2026-11-24', '2026-11-23'],
    ['2026-11-23', '2026-11-20'],
    ['2026-12-28', '2026-12-24'],
  ])('the one before %s', (date, expected) => {
    expect(workingDayBefore(Temporal.PlainDate.from(date), caen).toString()).toBe(expected)
  })
})

describe('whenever it is', () => {
  const zones = ['Europe/Paris', 'America/New_York', 'Pacific/Auckland', 'Asia/Kolkata', 'Africa/Cairo']
  const zone = fc.constantFrom(...zones)
  const moment = fc
    .integer({ min: 1_767_225_600, max: 1_830_297_600 })
    .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000))

  test('the next working time is a working hour, not before now', () => {
    fc.assert(
      fc.property(moment, zone, fc.option(zone), (now, timezone, theirs) => {
        const place = { ...caen, timezone }
        const next = nextWorkingTime(now, place, theirs)
        return isWorkingHour(next, place, theirs) && Temporal.Instant.compare(next, now) >= 0
      }),
    )
  })

  test('the next morning is tomorrow, 7 to 33 hours away', () => {
    fc.assert(
      fc.property(moment, zone, (now, timezone) => {
        const morning = nextMorning(now, { ...caen, timezone })
        const away = now.until(morning.at).total('hours')
        const local = morning.at.toZonedDateTimeISO(timezone)
        return away > 6.9 && away < 33.1 && local.hour === 8 && local.toPlainDate().equals(morning.date)
      }),
    )
  })
})
