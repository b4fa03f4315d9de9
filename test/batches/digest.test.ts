import { describe, expect, test } from 'vitest'
import type { BatchState } from '../../src/batches/batch.ts'
import type { Workplace } from '../../src/batches/calendar.ts'
import { digestOf, type Happenings, inStateSince } from '../../src/batches/digest.ts'
import { digestDue, digestFrom, digestKey } from '../../src/batches/digest-days.ts'
import { mistakesOf } from '../../src/batches/mistakes.ts'
import { isOverdue, type Standstill } from '../../src/batches/overdue.ts'

const hours = { recheck: '08:00', digest: '08:30', from: '08:00', until: '18:00' }
const caen: Workplace = { timezone: 'Europe/Paris', hours, holidays: ['2026-12-25'] }
const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Paris]`).toInstant()

/** Tuesday. */
const now = at('2026-11-24T08:30')
const pending = (state: BatchState, since: string, mornings = 0) => ({ batch: { state, mornings }, since: at(since) })
const nothing: Happenings<Standstill> = { pending: [], history: [], checked: [] }
const digest = (given: Partial<Happenings<Standstill>>, when = now) => digestOf({ ...nothing, ...given }, when, caen)

describe('a digest is due', () => {
  test.each([
    ['2026-11-24T08:29:59', null],
    ['2026-11-24T08:30', '2026-11-24'],
    ['2026-11-24T17:00', '2026-11-24'],
    ['2026-11-28T09:00', null],
    ['2026-12-25T09:00', null],
  ])('at %s: %s', (when, expected) => {
    expect(digestDue(at(when), caen)?.toString() ?? null).toBe(expected)
  })

  test('once per channel and day', () => {
    expect(digestKey('town-square', Temporal.PlainDate.from('2026-11-24'))).toBe('digest town-square 2026-11-24')
  })
})

describe('it tells of', () => {
  test.each([
    ['the week before', '2026-11-24T08:30', '2026-11-17T00:00'],
    ['what was before long holidays', '2026-12-29T08:30', '2026-12-18T00:00'],
  ])('%s', (_, when, from) => {
    const place = {
      ...caen,
      holidays: ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24', '2026-12-25', '2026-12-28'],
    }
    expect(digestFrom(at(when), place).equals(at(from))).toBe(true)
  })

  test('requests by urgency: overdue first, then by state, oldest first', () => {
    const lines = digest({
      pending: [
        pending('needs-changes', '2026-11-23T10:00'),
        pending('ready', '2026-11-23T16:00'),
        pending('ready', '2026-11-23T09:00'),
        pending('waiting', '2026-11-23T09:00'),
        pending('needs-changes', '2026-11-10T09:00'),
      ],
    }).lines
    expect(lines.map(({ request, days, isOverdue: late }) => [request.batch.state, days, late])).toEqual([
      ['needs-changes', 14, true],
      ['ready', 1, false],
      ['ready', 1, false],
      ['needs-changes', 1, false],
      ['waiting', 1, false],
    ])
    expect(lines[1]!.request.since.equals(at('2026-11-23T09:00'))).toBe(true)
  })

  const entry = (event: 'done' | 'handed' | 'checked', when: string, rows: number) => ({ event, rows, at: at(when) })

  test('what was done yesterday, not today nor before', () => {
    const history = [
      entry('done', '2026-11-22T23:59', 1),
      entry('done', '2026-11-23T00:00', 10),
      entry('handed', '2026-11-23T10:00', 100),
      entry('checked', '2026-11-23T10:00', 1000),
      entry('done', '2026-11-24T00:00', 10_000),
    ]
    expect(digest({ history }).done).toMatchObject({ requests: 1, rows: 110 })
  })

  test('since Friday on a Monday', () => {
    const history = [entry('done', '2026-11-20T09:00', 1), entry('done', '2026-11-21T09:00', 10)]
    const { done } = digest({ history }, at('2026-11-23T08:30'))
    expect([done.from.toString(), done.requests, done.rows]).toEqual(['2026-11-20', 2, 11])
  })

  test('files of each of the last seven days, by the days of the site', () => {
    const times = ['2026-11-16T23:59', '2026-11-17T00:00', '2026-11-23T23:59', '2026-11-23T00:01', '2026-11-24T00:00']
    const { activity } = digest({ checked: times.map((time) => ({ batch: time, at: at(time), codes: {} })) })
    expect(activity.map(({ date, files }) => `${date.toString()} ${files}`)).toEqual([
      '2026-11-17 1',
      '2026-11-18 0',
      '2026-11-19 0',
      '2026-11-20 0',
      '2026-11-21 0',
      '2026-11-22 0',
      '2026-11-23 2',
    ])
  })

  test('the three most frequent mistakes of the week', () => {
    const checked = [
      { batch: 'a', at: at('2026-11-23T09:00'), codes: { 'role-unknown': 3, 'course-unknown': 9, 'email-empty': 1 } },
      { batch: 'b', at: at('2026-11-18T09:00'), codes: { 'account-unknown': 6 } },
      { batch: 'c', at: at('2026-11-10T09:00'), codes: { 'email-empty': 99 } },
    ]
    expect(digest({ checked }).mistakes).toEqual([
      { code: 'course-unknown', rows: 9 },
      { code: 'account-unknown', rows: 6 },
      { code: 'role-unknown', rows: 3 },
    ])
  })
})

test('the same mistake sent again counts once, with the most rows it had', () => {
  const file = (batch: string, rows: number) => ({ batch, at: now, codes: { 'role-unknown': rows } })
  expect(mistakesOf([file('a', 3), file('a', 5), file('a', 4), file('b', 1)])).toEqual([
    { code: 'role-unknown', rows: 6 },
  ])
})

describe('overdue', () => {
  test.each([
    ['ready for a working day', 'ready', '2026-11-23T08:30', 0, false],
    ['ready for more', 'ready', '2026-11-23T08:29', 0, true],
    ['ready since Friday evening, all Monday', 'ready', '2026-11-20T17:00', 0, true],
    ['not checked for more than a working day', 'received', '2026-11-20T08:00', 0, true],
    ['to mend for five working days', 'needs-changes', '2026-11-17T08:30', 0, false],
    ['to mend for more', 'needs-changes', '2026-11-17T08:29', 0, true],
    ['waiting for two mornings', 'waiting', '2026-11-22T09:00', 2, false],
    ['waiting for three', 'waiting', '2026-11-21T09:00', 3, true],
    ['waiting for an answer for more than five working days', 'waiting', '2026-11-17T08:29', 0, true],
    ['done', 'done', '2026-01-05T08:00', 9, false],
  ] as const)('%s', (_, state, since, mornings, expected) => {
    expect(isOverdue(pending(state, since, mornings), now, caen)).toBe(expected)
  })
})

test.each([
  ['nothing happened', [], '2026-11-20T09:00'],
  ['checked', [['received', 'ready', '2026-11-20T09:01']], '2026-11-20T09:01'],
  [
    'checked again, found the same',
    [
      ['received', 'ready', '2026-11-20T09:01'],
      ['ready', 'ready', '2026-11-21T09:00'],
    ],
    '2026-11-20T09:01',
  ],
] as const)('in its state since then: %s', (_, entries, expected) => {
  const history = entries.map(([from, to, when]) => ({ from, to, at: at(when) }))
  expect(inStateSince({ createdAt: at('2026-11-20T09:00') }, history).equals(at(expected))).toBe(true)
})
