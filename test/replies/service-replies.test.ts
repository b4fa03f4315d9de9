// Everything the bot says beside reports, on one page per language for the reviewer.
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/moodle/language.ts'
import {
  checkingAgainReply,
  helpReply,
  nothingToCheckReply,
  ruleReply,
  rulesReply,
  templateReply,
  unknownCommandReply,
  unknownRuleReply,
} from '../../src/replies/command-replies.ts'
import { failureReply } from '../../src/replies/failure-reply.ts'
import type { Message } from '../../src/replies/message.ts'
import { notATableReply } from '../../src/replies/not-a-table-reply.ts'
import { notEnrolmentReply } from '../../src/replies/not-enrolment-reply.ts'
import { fileGoneReply, tooLargeReply } from '../../src/replies/refused-file-replies.ts'
import { workingReply } from '../../src/replies/working-reply.ts'
import { ruleNamed, rules } from '../../src/rules/index.ts'
import { markdown, words } from '../fakes/markdown.ts'

const now = Temporal.Instant.from('2026-11-23T15:45:00Z')
const name = 'liste.csv'

function messages(language: Language): Readonly<Record<string, Message>> {
  const failure = { language, name, reference: 'chk-7f3a' }
  const soon = { at: Temporal.Instant.from('2026-11-23T16:15:00Z'), now, timezone: 'Europe/Paris' }
  return {
    Working: workingReply({ language, name }),
    'Working, 40 %': workingReply({ language, name, progress: 0.409 }),
    'Our own failure': failureReply(failure, soon),
    'Our own failure, for good': failureReply(failure, null),
    'A picture': notATableReply({ language, name: 'capture.png', type: 'image/png' }),
    'A PDF': notATableReply({ language, name: 'liste.pdf', type: '' }),
    'A text document': notATableReply({ language, name: 'liste.docx', type: '' }),
    'Another file': notATableReply({ language, name: 'liste.zip', type: 'application/zip' }),
    'Too large': tooLargeReply({ language, name, size: 31_400_000, limit: 20_000_000 }),
    'Too large, size unknown': tooLargeReply({ language, name, size: 0, limit: 20_000_000 }),
    'File gone': fileGoneReply({ language, name: 'liste.csv' }),
    'Not an enrolment file': notEnrolmentReply({ language, name }),
    Help: helpReply(language),
    'Checking again': checkingAgainReply(name, language),
    'Nothing to check again': nothingToCheckReply(language),
    Template: templateReply(language),
    'A rule': ruleReply(ruleNamed('role-unknown')!, language),
    'An unknown rule': unknownRuleReply('role-unknow', rules, language),
    'An unknown command': unknownCommandReply('templat', language),
    'An unknown command, unlike any': unknownCommandReply('bonjour', language),
  }
}

describe.each(languages)('in %s', (language) => {
  test('a page for the reviewer', async () => {
    const page = Object.entries(messages(language)).map(([title, message]) => `## ${title}\n\n${markdown(message)}`)
    await expect(page.join('\n')).toMatchFileSnapshot(`../golden/replies/service.${language}.md`)
  })
})

const failed = (at: string, timezone = 'Europe/Paris') =>
  words(failureReply({ language: 'en', name, reference: 'chk-1' }, { at: Temporal.Instant.from(at), now, timezone }))

test.each([
  ['2026-11-23T16:15:00Z', 'again at 17:15.'],
  ['2026-11-24T07:00:00Z', 'again tomorrow, Tuesday, at 8:00.'],
  ['2026-11-23T23:30:00Z', 'again tomorrow, Tuesday, at 0:30.'],
  ['2026-11-27T07:00:00Z', 'again on Friday 27 November at 8:00.'],
])('%s is told as a person would', (at, expected) => {
  expect(failed(at)).toContain(expected)
})

test('hours are those of the site', () => {
  expect(failed('2026-11-23T16:15:00Z', 'UTC')).toContain('again at 16:15.')
})

test.each([
  [-1, '0%'],
  [0.999, '99%'],
  [2, '100%'],
])('a progress of %d is %s', (progress, expected) => {
  expect(words(workingReply({ language: 'en', name, progress }))).toContain(expected)
})

test('a rule whose advice depends on the file is told without it', () => {
  const wording = { title: 'Title', why: 'why.', todo: () => 'never said' }
  const rule = { code: 'some-rule', severity: 'error', fix: 'none', fr: wording, en: wording } as const
  expect(words(ruleReply(rule, 'en')).split('\n')).toEqual([
    '**Title** · `some-rule`',
    'Why.',
    'to correct · for you to correct',
  ])
})

test('every rule is listed once', () => {
  const codes = rulesReply(rules, 'fr').paragraphs.flatMap(({ spans }) =>
    spans.flatMap((span) => (typeof span === 'object' && 'code' in span ? [span.code] : [])),
  )
  expect(codes.filter((code) => !code.startsWith('/')).toSorted()).toEqual(rules.map(({ code }) => code).toSorted())
})

test('every rule can be told in both languages', () => {
  for (const language of languages) {
    for (const rule of rules) expect(words(ruleReply(rule, language))).not.toMatch(/undefined|\[object/)
  }
})
