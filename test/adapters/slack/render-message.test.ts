// A message in Block Kit: what it looks like, that nothing in it acts, and that Slack never refuses it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pressed } from '../../../src/adapters/slack/render-controls.ts'
import { renderMessage } from '../../../src/adapters/slack/render-message.ts'
import type { Staff } from '../../../src/adapters/slack/render-spans.ts'
import type { Button, Choice, Message, Paragraph, Span } from '../../../src/replies/message.ts'
import { breachesOfBlocks, isTooLong } from '../../fakes/slack/limits.ts'
import { plainText } from '../../fakes/slack/plain-text.ts'
import { shapeOfBlocks } from '../../fakes/slack/shape.ts'
import type { Json } from '../../fakes/slack/state.ts'

const nobody: Staff = { group: null, people: [] }
const blank: Message = { language: 'fr', paragraphs: [], files: [], buttons: [], choices: [] }
const message = (paragraphs: readonly Paragraph[], more: Partial<Message> = {}): Message => ({
  ...blank,
  paragraphs,
  ...more,
})
const text = (...spans: readonly Span[]): Paragraph => ({ kind: 'text', spans })
const item = (...spans: readonly Span[]): Paragraph => ({ kind: 'item', spans })
const note = (...spans: readonly Span[]): Paragraph => ({ kind: 'note', spans })
const blocksOf = (given: Message, staff = nobody) => renderMessage(given, staff).blocks as unknown as readonly Json[]
const elementsOf = (...spans: readonly Span[]) => {
  const [block] = renderMessage(message([text(...spans)]), nobody).blocks as unknown as readonly {
    readonly elements: readonly { readonly elements: readonly Json[] }[]
  }[]
  return block?.elements[0]?.elements
}

describe('text', () => {
  it('has a block for each line, each list and each line of small print', () => {
    const blocks = blocksOf(
      message([text('⚠️ ', { bold: 'Trois lignes' }), text('un'), text('deux'), item('a'), item('b'), note('petit')]),
    )
    expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'rich_text', 'rich_text', 'rich_text', 'context'])
    expect(plainText({ text: '', blocks })).toBe('⚠️ Trois lignes\nun\ndeux\na\nb\npetit')
    expect(blocks[3]).toMatchObject({ elements: [{ type: 'rich_text_list', style: 'bullet' }] })
  })

  it('shows bold, italic, code, names, links and mentions', () => {
    expect(
      elementsOf(
        'a',
        { bold: 'b' },
        { italic: 'i' },
        { code: 'c' },
        { name: 'n' },
        { link: 'https://example.org/x', text: 't' },
        { mention: { person: 'U0MARIE' } },
      ),
    ).toEqual([
      { type: 'text', text: 'a' },
      { type: 'text', text: 'b', style: { bold: true } },
      { type: 'text', text: 'i', style: { italic: true } },
      { type: 'text', text: 'c', style: { code: true } },
      { type: 'text', text: 'n' },
      { type: 'link', url: 'https://example.org/x', text: 't' },
      { type: 'user', user_id: 'U0MARIE' },
    ])
  })

  it.each([
    [{ group: 'S0TEAM', people: ['U1'] }, [{ type: 'usergroup', usergroup_id: 'S0TEAM' }]],
    [
      { group: null, people: ['U1', 'U2'] },
      [
        { type: 'user', user_id: 'U1' },
        { type: 'text', text: ' ' },
        { type: 'user', user_id: 'U2' },
      ],
    ],
    [nobody, [{ type: 'text', text: ' ' }]],
  ])('calls the team as %j', (staff, elements) => {
    const blocks = blocksOf(message([text({ mention: 'staff' })]), staff)
    expect(blocks).toMatchObject([{ elements: [{ elements }] }])
  })

  it('calls nobody by something that is no id, and opens nothing but web pages', () => {
    expect(elementsOf({ mention: { person: '<!channel>' } })).toEqual([{ type: 'text', text: ' ' }])
    expect(elementsOf({ link: 'javascript:alert(1)', text: 'x' })).toEqual([{ type: 'text', text: 'x' }])
    expect(elementsOf({ link: 'https://a.b/ <!here>', text: 'x' })).toEqual([{ type: 'text', text: 'x' }])
  })

  it('keeps a value in one line', () => {
    expect(elementsOf({ code: 'a\r\nb\u2028c' }, { name: 'M\narie' })).toMatchObject([
      { text: 'a⏎b⏎c' },
      { text: 'M arie' },
    ])
  })

  it('has words for notifications, escaped, without the small print', () => {
    const given = message([text('a ', { code: '<!channel> & <@U1>' }), note('petit')])
    expect(renderMessage(given, nobody).text).toBe('a &lt;!channel&gt; &amp; &lt;@U1&gt;')
  })

  it('says that it was cut', () => {
    const blocks = blocksOf(message(Array.from({ length: 40 }, (_, i) => item(`${i} `, 'x'.repeat(500)))))
    expect(plainText({ text: '', blocks })).toMatch(/trop longue pour un message Slack\.$/)
    expect(plainText({ text: '', blocks })).not.toMatch(/\n\s*\n/)
  })

  it('is not cut at the size of a long reply', () => {
    const blocks = blocksOf(message(Array.from({ length: 30 }, (_, i) => item(`${i} `, { code: 'x'.repeat(250) }))))
    expect(plainText({ text: '', blocks })).not.toMatch(/trop longue/)
  })
})

describe('controls', () => {
  const choice: Choice = {
    id: 'site',
    label: 'Site',
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
    chosen: 'b',
  }

  it('come back as what they are', () => {
    const buttons: readonly Button[] = [
      { id: 'done', label: 'Fait', style: 'primary' },
      { id: 'all', label: 'Tout', style: 'default' },
    ]
    const blocks = blocksOf(message([], { buttons, choices: [choice] }))
    const found = blocks.flatMap(({ accessory, elements }) =>
      accessory ? [accessory as Json] : (elements as readonly Json[]),
    )
    expect(found).toMatchObject([{ initial_option: { value: 'b' } }, { style: 'primary' }, {}])
    const [menu, ...pressedOnes] = found as unknown as readonly {
      readonly action_id: string
      readonly value?: string
    }[]
    expect(pressed({ ...menu!, selected_option: { value: 'a' } })).toEqual({ button: 'site', option: 'a' })
    expect(pressedOnes.map(pressed)).toEqual([
      { button: 'done', option: null },
      { button: 'all', option: null },
    ])
  })

  it('of others are nobody’s', () => {
    expect(pressed({ action_id: 'other', value: 'done' })).toBeNull()
    expect(pressed({ action_id: 'button:0' })).toBeNull()
    expect(pressed({ action_id: 'choice:site' })).toBeNull()
  })

  it('without a choice are left out', () => {
    expect(blocksOf(message([text('x')], { choices: [{ ...choice, options: [] }] }))).toHaveLength(1)
  })

  it('show no choice when what was chosen is not among them', () => {
    const [block] = blocksOf(message([], { choices: [{ ...choice, chosen: 'gone' }] }))
    expect(block?.accessory).not.toHaveProperty('initial_option')
  })
})

describe('any message', () => {
  const any = fc.record({
    language: fc.constantFrom('fr' as const, 'en' as const),
    paragraphs: fc.array(anyParagraph(), { maxLength: 120 }),
    files: fc.constant([]),
    buttons: fc.array(anyButton(), { maxLength: 30 }),
    choices: fc.array(anyChoice(), { maxLength: 8 }),
  })

  it('is within the shapes and limits of Slack', () => {
    fc.assert(
      fc.property(any, (given) => {
        const { blocks, text: fallback } = renderMessage(given, { group: 'S0TEAM', people: [] })
        const json = blocks as unknown as readonly Json[]
        expect([...shapeOfBlocks(json), ...breachesOfBlocks(json)]).toEqual([])
        expect(isTooLong(json)).toBe(false)
        expect(fallback.length).toBeGreaterThan(0)
        expect(fallback.length).toBeLessThanOrEqual(4000)
        expect(fallback).not.toMatch(/[<>]/)
        expect(JSON.stringify(json)).not.toMatch(/"text":""|"mrkdwn"|"broadcast"/)
      }),
    )
  })

  it('mentions nobody that it does not name, and leads nowhere else', () => {
    const hostile = fc.oneof(
      fc.constantFrom('<!channel>', '<@U0BAD>', '<http://evil.example|x>', '@here', '*x*', '`'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile, fc.record({ code: hostile }), fc.record({ name: hostile }))), (spans) => {
        const json = JSON.stringify(blocksOf(message([text(...spans), note(...spans)])))
        expect(json).not.toMatch(/"type":"(user|usergroup|broadcast|channel|link|mrkdwn|emoji)"/)
      }),
    )
  })
})

function anyText(most: number): fc.Arbitrary<string> {
  const long = fc
    .tuple(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(most))
    .map(([word, length]) => word.repeat(length).slice(0, most))
  return fc.oneof(
    fc.string({ unit: 'grapheme' }),
    long,
    fc.constantFrom('', '\n', '<!channel>', '&'.repeat(most), '😀'.repeat(most / 2)),
  )
}

function anySpan(): fc.Arbitrary<Span> {
  return fc.oneof(
    anyText(5000),
    fc.record({ bold: anyText(300) }),
    fc.record({ italic: anyText(300) }),
    fc.record({ code: anyText(5000) }),
    fc.record({ name: anyText(300) }),
    fc.record({ link: fc.oneof(fc.webUrl(), fc.string()), text: anyText(300) }),
    fc.constant({ mention: 'staff' as const }),
    fc.record({ mention: fc.record({ person: fc.string() }) }),
  )
}

function anyParagraph(): fc.Arbitrary<Paragraph> {
  return fc.record({ kind: fc.constantFrom('text', 'item', 'note'), spans: fc.array(anySpan(), { maxLength: 8 }) })
}

function anyButton(): fc.Arbitrary<Button> {
  return fc.record({ id: anyText(3000), label: anyText(200), style: fc.constantFrom('default', 'primary', 'danger') })
}

function anyChoice(): fc.Arbitrary<Choice> {
  const option = fc.record({ value: anyText(200), label: anyText(200) })
  return fc.record({
    id: anyText(300),
    label: anyText(200),
    options: fc.array(option, { maxLength: 120 }),
    chosen: fc.option(anyText(100)),
  })
}
