// What is said in a thread, or to its requester, after the first answer: one page per language for the reviewer.
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/moodle/language.ts'
import { sites } from '../../src/moodle/sites.ts'
import { accountsButtons, siteChoice } from '../../src/replies/buttons.ts'
import { type Closed, closedReply } from '../../src/replies/closed-reply.ts'
import { closingNews } from '../../src/replies/closing-news.ts'
import { message, text } from '../../src/replies/compose.ts'
import { localeOf } from '../../src/replies/locales/index.ts'
import type { Message } from '../../src/replies/message.ts'
import { morningNews, type Rechecked } from '../../src/replies/morning-news.ts'
import { type Reminded, reminderMessage } from '../../src/replies/reminder-message.ts'
import {
  accountsAnswerLine,
  accountsQuestion,
  ageLine,
  handedLine,
  onHoldLine,
  retryLine,
} from '../../src/replies/request-lines.ts'
import { markdown, words } from '../fakes/markdown.ts'
import { caen } from '../fakes/pending.ts'
import { site } from '../fakes/site.ts'

/** A Tuesday morning; the request was sent on Monday. */
const now = caen('2026-11-24T08:00')
const createdAt = caen('2026-11-23T15:00')
const retryAt = caen('2026-11-25T08:00')
const timezone = 'Europe/Paris'
const marie = 'marie'

const fault = (code: string, row: number | null) => ({ code, row, field: null, value: null, person: '' })
const bytes = new TextEncoder().encode('username\n21900100\n')
const file = { name: 'liste.corrige.csv', type: 'text/csv', bytes } as const

function rechecked(language: Language, given: Partial<Rechecked>): Message {
  const rows = { good: 40, faulty: 0, waiting: 2 }
  const before = rows
  const usual = { requester: marie, state: 'waiting', rows, before, mornings: 1, retryAt, files: [file] } as const
  return morningNews({ language, createdAt, now, timezone, ...usual, ...given })
}

function reminded(language: Language, given: Partial<Reminded>): Message {
  const link = 'https://chat.example.org/t/1'
  const usual = { requester: null, name: 'liste.csv', site: 'Ecampus', number: 1, link } as const
  const waitsFor = [fault('course-unknown', 30)]
  return reminderMessage({ language, createdAt: caen('2026-11-16T10:00'), timezone, waitsFor, ...usual, ...given })
}

function closed(language: Language, given: Partial<Closed>): Message {
  const usual = { state: 'done', name: 'liste.csv', site: 'Ecampus', rows: 42, by: 'Paul B.', days: 30 } as const
  return closedReply({ language, at: caen('2026-11-23T16:05'), now, timezone, ...usual, ...given })
}

function lines(language: Language): Readonly<Record<string, Message>> {
  const locale = localeOf(language)
  const said = {
    'On hold, some rows': onHoldLine({ good: 40, faulty: 0, waiting: 2 }, site, locale),
    'On hold, all but one': onHoldLine({ good: 1, faulty: 0, waiting: 2 }, site, locale),
    'On hold, all rows': onHoldLine({ good: 0, faulty: 0, waiting: 2 }, site, locale),
    'On hold, nobody knows the accounts': onHoldLine({ good: 42, faulty: 0, waiting: 0 }, site, locale),
    'The next morning': retryLine(retryAt, now, timezone, locale),
    'Uploaded already': handedLine(39, locale),
    'What is known is old': ageLine(site, caen('2026-11-20T22:00'), now, locale),
    'Accounts, all are old enough': accountsAnswerLine('old', locale),
    'Accounts, some are of today': accountsAnswerLine('new', locale),
    'Accounts, nobody knows': accountsAnswerLine('unsure', locale),
  }
  return Object.fromEntries(Object.entries(said).map(([title, line]) => [title, message(language, [text(line)])]))
}

function messages(language: Language): Readonly<Record<string, Message>> {
  const locale = localeOf(language)
  const asked = { buttons: accountsButtons(locale) }
  return {
    ...lines(language),
    'Accounts, the question': message(language, [text(accountsQuestion(site, locale))], asked),
    'The next morning, all is ready': rechecked(language, {
      state: 'ready',
      rows: { good: 42, faulty: 0, waiting: 0 },
      retryAt: null,
    }),
    'The next morning, a day has passed': rechecked(language, {
      state: 'ready',
      rows: { good: 42, faulty: 0, waiting: 0 },
      before: { good: 42, faulty: 0, waiting: 0 },
      retryAt: null,
    }),
    'The next morning, fewer wait': rechecked(language, { before: { good: 37, faulty: 0, waiting: 5 } }),
    'The next morning, nothing new': rechecked(language, { requester: null }),
    'The next morning, rows to review': rechecked(language, {
      state: 'needs-changes',
      rows: { good: 39, faulty: 1, waiting: 0 },
      retryAt: null,
    }),
    'The next morning, the rest is to be reviewed': rechecked(language, {
      state: 'needs-changes',
      rows: { good: 40, faulty: 3, waiting: 0 },
      before: { good: 38, faulty: 3, waiting: 2 },
      retryAt: null,
    }),
    'The third morning': rechecked(language, { mornings: 3, createdAt: caen('2026-11-21T15:00') }),
    Reminder: reminded(language, {}),
    'Reminder, several kinds': reminded(language, {
      waitsFor: [fault('account-unknown', 7), fault('account-unknown', 19), fault('course-unknown', 30)],
      number: 2,
    }),
    'Reminder, the last, in the thread': reminded(language, { requester: marie, link: null, number: 3 }),
    'Reminder, all is forgotten': reminded(language, { name: null, waitsFor: [], number: null }),
    'Reminder, an answer is awaited': reminded(language, { waitsFor: 'accounts' }),
    'Closed, done': closed(language, {}),
    'Closed, withdrawn': closed(language, { state: 'withdrawn', rows: 0, by: 'Marie L.' }),
    'Closed, withdrawn after a part was uploaded': closed(language, { state: 'withdrawn', rows: 39, at: now }),
    'Closed, expired': closed(language, { state: 'expired', name: null, by: null, at: caen('2026-11-20T08:00') }),
    'News, done': closingNews({ kind: 'done', rows: 42, site: 'Ecampus' }, marie, language),
    'News, part done': closingNews(
      { kind: 'handed', rows: 39, site: 'Ecampus', rest: { good: 0, faulty: 3, waiting: 2 } },
      marie,
      language,
    ),
    'News, withdrawn': closingNews({ kind: 'withdrawn' }, null, language),
    'News, expired': closingNews({ kind: 'expired', days: 30 }, marie, language),
    'News, changed before it was marked as done': closingNews({ kind: 'overtaken' }, 'sofia', language),
    'Choice of the site': { ...message(language, []), choices: [siteChoice(sites, 'ecampus', locale)] },
  }
}

describe.each(languages)('in %s', (language) => {
  test('a page for the reviewer', async () => {
    const page = Object.entries(messages(language)).map(([title, said]) => `## ${title}\n\n${markdown(said)}`)
    await expect(page.join('\n')).toMatchFileSnapshot(`../golden/replies/requests.${language}.md`)
  })

  test('nothing is said by its code', () => {
    const said = Object.values(messages(language)).map(words).join('\n')
    expect(said).not.toMatch(/undefined|\[object|null|NaN|needs-changes/)
  })
})

test.each([
  ['2026-11-22T20:00', true],
  ['2026-11-22T19:59', false],
])('what is known from %s on is fresh at 8:00 two days later: %s', (takenAt, isFresh) => {
  expect(ageLine(site, caen(takenAt), now, localeOf('fr')).length === 0).toBe(isFresh)
})

test('what has no age is not told to be old', () => {
  expect(ageLine(site, null, now, localeOf('fr'))).toEqual([])
})

describe('the next morning', () => {
  test('the file comes with good news only', () => {
    const ready = { state: 'ready', rows: { good: 42, faulty: 0, waiting: 0 }, retryAt: null } as const
    expect(rechecked('en', ready).files).toEqual([file])
    expect(rechecked('en', {}).files).toEqual([])
  })

  test.each([
    [2, false],
    [3, true],
  ])('after %d mornings the team is called: %s', (mornings, expected) => {
    const spans = rechecked('en', { mornings }).paragraphs.flatMap((paragraph) => paragraph.spans)
    expect(spans.some((span) => typeof span === 'object' && 'mention' in span && span.mention === 'staff')).toBe(
      expected,
    )
  })
})

test('what is left to time is no correction', () => {
  const waitsFor = [fault('account-created-today', 7), fault('course-unknown', 30)]
  expect(words(reminded('en', { waitsFor }))).toContain('waiting for 1 correction (row 30, course not found)')
})

test('who did it themselves is not called', () => {
  const { paragraphs } = closingNews({ kind: 'withdrawn' }, null, 'en')
  expect(paragraphs[0]!.spans.every((span) => typeof span === 'string' || !('mention' in span))).toBe(true)
})
