import { describe, expect, it } from 'vitest'
import { toBody, toPostJson } from '../../../src/adapters/local/post-json.ts'
import type { LocalPost } from '../../../src/ports/local-posts.ts'
import { activityChart } from '../../../src/replies/activity-chart.ts'
import type { Paragraph } from '../../../src/replies/message.ts'
import { messageOf } from './local-server.ts'

describe('a post as JSON', () => {
  const now = Temporal.Instant.from('2026-11-16T08:15:00.5Z')
  const post: LocalPost = {
    id: 'p1',
    thread: null,
    direct: null,
    author: 'enrol-check',
    bot: true,
    key: 'secret',
    text: 'x',
    body: null,
    files: [],
    buttons: [],
    choices: [],
    reactions: [],
    created: now,
    updated: now,
  }

  it('keeps every kind of span through the store', () => {
    const paragraphs: readonly Paragraph[] = [
      {
        kind: 'note',
        spans: [
          'a',
          { bold: 'b' },
          { code: 'c' },
          { italic: 'd' },
          { name: 'n' },
          { link: 'https://example.org', text: 'e' },
        ],
      },
    ]
    const body: unknown = JSON.parse(JSON.stringify(toBody(messageOf('', { paragraphs, language: 'en' }))))
    expect(toPostJson({ ...post, body })).toMatchObject({ body: paragraphs, language: 'en' })
  })

  it.each([[null], ['text'], [{ paragraphs: [{ kind: 'new', spans: [] }], language: 'fr' }]])(
    'shows only the text when the body is %j',
    (body) => {
      expect(toPostJson({ ...post, body })).toMatchObject({ text: 'x', body: null, language: null })
    },
  )

  it('never shows a body of a person’s post as if the bot had made it', () => {
    const body = toBody(messageOf('x'))
    expect(toPostJson({ ...post, bot: false, body })).toMatchObject({ body: null })
  })

  it('says how large the bot’s pictures are, and of nobody else’s', () => {
    const chart = activityChart([{ date: Temporal.PlainDate.from('2026-11-16'), files: 3 }])
    const file = { id: 'f', name: chart.name, type: chart.type, size: chart.bytes.length }
    const other = { ...file, id: 'g', name: 'a.csv' }
    const body: unknown = JSON.parse(JSON.stringify(toBody(messageOf('x', { files: [chart] }))))
    const shown = (bot: boolean) => toPostJson({ ...post, bot, body, files: [file, other] }).files
    expect(shown(true).map(({ picture }) => picture)).toEqual([{ width: 48, height: 80 }, null])
    expect(shown(false).map(({ picture }) => picture)).toEqual([null, null])
  })

  it('does not give the key away', () => {
    expect(JSON.stringify(toPostJson(post))).not.toContain('secret')
  })

  it('writes times in milliseconds', () => {
    expect(toPostJson(post).created).toBe('2026-11-16T08:15:00.500Z')
  })
})
