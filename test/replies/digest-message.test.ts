import { decode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { digestOf, type Happenings } from '../../src/batches/digest.ts'
import { languages } from '../../src/moodle/language.ts'
import { activityChart, sparkline } from '../../src/replies/activity-chart.ts'
import { digestMessage } from '../../src/replies/digest-message.ts'
import type { PendingRequest } from '../../src/replies/request-line.ts'
import { markdown, words } from '../fakes/markdown.ts'
import { caen, pendingRequest } from '../fakes/pending.ts'
import { site } from '../fakes/site.ts'

const tuesday = caen('2026-11-24T08:30')
const monday = caen('2026-11-23T08:30')
const quiet: Happenings<PendingRequest> = { pending: [], history: [], checked: [] }

const usual: Happenings<PendingRequest> = {
  pending: [
    pendingRequest('ready', '2026-11-20T10:00'),
    pendingRequest('ready', '2026-11-23T15:00', { requester: 'Paul B.', site: 'Prélude', link: null }),
    pendingRequest('needs-changes', '2026-11-23T09:00', {
      rows: { good: 39, faulty: 3, waiting: 2 },
      requester: 'Inès N.',
    }),
    pendingRequest('needs-changes', '2026-11-24T08:00', { rows: { good: 0, faulty: 1, waiting: 0 } }),
    pendingRequest('waiting', '2026-11-22T09:00', { rows: { good: 40, faulty: 0, waiting: 2 }, mornings: 2 }),
    pendingRequest('received', '2026-11-24T08:29', { rows: null }),
  ],
  history: [
    { at: caen('2026-11-23T10:00'), event: 'done', rows: 120 },
    { at: caen('2026-11-23T11:00'), event: 'done', rows: 60 },
    { at: caen('2026-11-23T12:00'), event: 'handed', rows: 39 },
  ],
  checked: ['17T10', '18T10', '18T11', '20T09', '20T10', '20T11', '20T14', '20T15', '23T10', '23T11'].map(
    (time, index) => ({
      batch: `b${index}`,
      at: caen(`2026-11-${time}:00`),
      codes: { 'course-unknown': index === 2 ? 9 : 0, 'account-unknown': 1, 'role-unknown': index % 2 },
    }),
  ),
}

const many = Array.from({ length: 22 }, (_, index) => pendingRequest('ready', `2026-11-23T10:${10 + index}`))

const digests: Readonly<Record<string, Parameters<typeof digestMessage>[0]>> = {
  'An ordinary day': digestOf(usual, tuesday, site),
  'More than fits': digestOf({ ...quiet, pending: many }, tuesday, site),
  'Only one': digestOf({ ...quiet, pending: [pendingRequest('ready', '2026-11-24T08:00')] }, tuesday, site),
  'Nothing pending': digestOf(quiet, tuesday, site),
  'Nothing pending, on a Monday': digestOf(
    { ...usual, pending: [], history: [{ at: caen('2026-11-20T10:00'), event: 'done', rows: 1 }] },
    monday,
    site,
  ),
}

describe.each(languages)('in %s', (language) => {
  test('a page for the reviewer', async () => {
    const page = Object.entries(digests).map(
      ([title, digest]) => `## ${title}\n\n${markdown(digestMessage(digest, language))}`,
    )
    await expect(page.join('\n')).toMatchFileSnapshot(`../golden/replies/digest.${language}.md`)
  })

  test('it is at most fifteen lines', () => {
    const full = digestOf({ ...usual, pending: many }, tuesday, site)
    expect(digestMessage(full, language).paragraphs.length).toBeLessThanOrEqual(15)
  })
})

test('eleven are all named: "and 1 other" takes as much room', () => {
  const eleven = digestMessage(digestOf({ ...quiet, pending: many.slice(0, 11) }, tuesday, site), 'en')
  expect(eleven.paragraphs.filter(({ kind }) => kind === 'item').length).toBe(11)
  expect(words(eleven)).not.toContain('other')
})

test('people and links are spans of their own', () => {
  const { paragraphs } = digestMessage(digests['An ordinary day']!, 'fr')
  const spans = paragraphs.flatMap((paragraph) => paragraph.spans)
  expect(spans).toContainEqual({ name: 'Paul B.' })
  expect(spans).toContainEqual({ link: 'https://chat.example.org/t/1', text: 'fil' })
})

describe('the chart', () => {
  const days = [0, 4, 8, 2].map((files, index) => ({
    date: Temporal.PlainDate.from('2026-11-19').add({ days: index }),
    files,
  }))
  const { width, height, data, channels } = decode(activityChart(days).bytes)
  const pixel = (x: number, y: number) => [...data.slice((y * width + x) * channels, (y * width + x) * channels + 3)]
  /** Coloured pixels in the middle of each bar, from the ground up. */
  const heights = days.map((_, index) => {
    const column = Array.from({ length: height }, (_each, y) => pixel(index * 40 + 24, y))
    return column.filter(([red]) => red !== 255).length
  })

  test('is small', () => {
    expect([width, height]).toEqual([168, 80])
  })

  test('has a bar per day, as high as its files', () => {
    expect(heights).toEqual([2, 41, 80, 22])
  })

  test('shows weekends paler', () => {
    const [friday, saturday] = [1, 2].map((day) => pixel(day * 40 + 24, height - 10))
    expect(saturday).not.toEqual(friday)
  })

  test('is left out of a week without files', () => {
    expect(digestMessage(digests['Only one']!, 'en').files).toEqual([])
  })

  test.each([
    [[0, 1, 4, 8], '▁▂▅█'],
    [[0, 0], '▁▁'],
    [[1, 1000], '▂█'],
    [[], ''],
  ])('%j as text is %s', (counts, expected) => {
    expect(sparkline(counts)).toBe(expected)
  })
})
