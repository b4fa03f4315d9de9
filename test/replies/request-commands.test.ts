// What people are answered, for their eyes only, when they ask or press something: one page per language for the reviewer.
import { describe, expect, test } from 'vitest'
import type { BatchState } from '../../src/batches/batch.ts'
import { digestOf } from '../../src/batches/digest.ts'
import { type Language, languages } from '../../src/moodle/language.ts'
import { sites } from '../../src/moodle/sites.ts'
import {
  languageChosenReply,
  languageReply,
  siteChosenReply,
  siteReply,
  unknownLanguageReply,
  unknownSiteReply,
} from '../../src/replies/choice-replies.ts'
import { helpReply, nothingAtLinkReply, templateReply, unknownDayReply } from '../../src/replies/command-replies.ts'
import type { Act } from '../../src/replies/locales/request-words.ts'
import type { Message } from '../../src/replies/message.ts'
import { type Note, noteReply, refusalReply } from '../../src/replies/notes.ts'
import { pendingReply } from '../../src/replies/pending-reply.ts'
import { noRequestReply, type Status, statusReply } from '../../src/replies/status-reply.ts'
import { markdown, words } from '../fakes/markdown.ts'
import { caen, pendingRequest } from '../fakes/pending.ts'
import { site } from '../fakes/site.ts'

/** A Tuesday morning; the request was sent on Monday. */
const now = caen('2026-11-24T08:00')
const createdAt = caen('2026-11-23T15:00')
const retryAt = caen('2026-11-25T08:00')
const timezone = 'Europe/Paris'
const prelude = sites.find(({ id }) => id === 'prelude')!

function status(language: Language, state: BatchState, given: Partial<Status> = {}): Message {
  const rows = { good: 39, faulty: 3, waiting: 0 }
  const usual = { name: 'liste.csv', site: 'Ecampus', rows, by: null, retryAt: null } as const
  return statusReply({ language, state, since: createdAt, now, timezone, ...usual, ...given })
}

const planned = { at: retryAt, now, timezone }
const notes: Readonly<Record<string, Note>> = {
  'Noted, a reminder': { kind: 'reminder', planned },
  'Nothing to be reminded of': { kind: 'nothingToRemind' },
  'Noted, done': { kind: 'done', rows: 42 },
  'Noted, part done': { kind: 'handed', rows: 39 },
  'Nothing to mark as done': { kind: 'nothingToHand' },
  'Noted, withdrawn': { kind: 'withdrawn' },
  'Noted, accounts are old enough': { kind: 'accountsOld' },
  'Noted, accounts are of today': { kind: 'accountsLater', planned },
  'Noted, moved': { kind: 'moved', site: 'Prélude' },
  'Closed already': { kind: 'closed', state: 'withdrawn' },
}
const acts: readonly Act[] = ['done', 'digest', 'withdraw', 'remind', 'answer', 'move']

const pending = digestOf(
  {
    pending: [
      pendingRequest('ready', '2026-11-23T15:00', { requester: null }),
      pendingRequest('waiting', '2026-11-24T07:00'),
    ],
    history: [],
    checked: [],
  },
  now,
  site,
).lines

function messages(language: Language): Readonly<Record<string, Message>> {
  return {
    ...Object.fromEntries(Object.entries(notes).map(([title, note]) => [title, noteReply(note, language)])),
    ...Object.fromEntries(acts.map((act) => [`Refused: ${act}`, refusalReply(act, language)])),
    'Status, to correct': status(language, 'needs-changes'),
    'Status, ready, by a person': status(language, 'ready', {
      rows: { good: 42, faulty: 0, waiting: 0 },
      by: 'Marie L.',
    }),
    'Status, on hold': status(language, 'waiting', { rows: { good: 40, faulty: 0, waiting: 2 }, retryAt }),
    'Status, an answer is awaited': status(language, 'waiting', { rows: { good: 42, faulty: 0, waiting: 0 } }),
    'Status, not checked yet': status(language, 'received', { rows: null, since: now }),
    'Status, done': status(language, 'done', { name: null, by: 'Paul B.', since: caen('2026-11-20T09:00') }),
    'Status, no request': noRequestReply(language),
    'Pending, for the team': pendingReply(pending, { language, mine: false }),
    'Pending, nothing': pendingReply([], { language, mine: false }),
    'Pending, nothing of mine': pendingReply([], { language, mine: true }),
    Site: siteReply(site, sites, language),
    'Site, changed': siteChosenReply(prelude, language),
    'Site, mistyped': unknownSiteReply('preluede', sites, language),
    'Site, unknown': unknownSiteReply('moodle', sites, language),
    Language: languageReply(language),
    'Language, changed': languageChosenReply(language),
    'Language, unknown': unknownLanguageReply('de', language),
    'Day, unknown': unknownDayReply('jamais', language),
    'Link, no file': nothingAtLinkReply(language),
    'Template of a site': templateReply(language, prelude),
    'Help for the team': helpReply(language, true),
  }
}

describe.each(languages)('in %s', (language) => {
  test('a page for the reviewer', async () => {
    const page = Object.entries(messages(language)).map(([title, said]) => `## ${title}\n\n${markdown(said)}`)
    await expect(page.join('\n')).toMatchFileSnapshot(`../golden/replies/request-commands.${language}.md`)
  })

  test('nothing is said by its code', () => {
    const said = Object.values(messages(language)).map(words).join('\n')
    expect(said).not.toMatch(/undefined|\[object|null|NaN|needs-changes/)
  })
})

test('thirty pending requests are named, the others counted', () => {
  const many = Array.from({ length: 40 }, () => pending[0]!)
  const said = pendingReply(many, { language: 'en', mine: false })
  expect(said.paragraphs.length).toBe(32)
  expect(words(said)).toContain('… and 10 others')
})
