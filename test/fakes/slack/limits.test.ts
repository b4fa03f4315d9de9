// Each limit of Block Kit twice: what just fits is taken, one more is refused and recorded.
import { readFileSync } from 'node:fs'
import type { KnownBlock, ModalView } from '@slack/types'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, refusalOf } from './bolt.ts'
import { breachesOfView } from './limits.ts'
import { shapeOfView } from './shape.ts'
import type { Json } from './state.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel } from './townsfolk.ts'
import { installedTypes } from './write-shape-schema.ts'

const plain = (size: number) => ({ type: 'plain_text', text: 'x'.repeat(size) })
const section = (size: number) => ({ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(size) } })
const actions = (...elements: readonly Json[]) => [{ type: 'actions', elements }]
const button = (more: Json = {}) => ({ type: 'button', action_id: 'a', text: plain(1), ...more })
const times = <T>(count: number, make: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i))
const confirm = { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1) }
const select = (...options: readonly Json[]) => ({ type: 'static_select', action_id: 's', options })
const option = (text: number, value: number) => ({ text: plain(text), value: 'v'.repeat(value) })
const cell = { type: 'raw_text', text: 'x' }
const table = (rows: number, columns: number) => ({
  type: 'table',
  rows: times(rows, () => times(columns, () => cell)),
})

/** What makes blocks of a size, and the largest size that fits. */
const limits: readonly (readonly [string, number, (size: number) => readonly object[]])[] = [
  ['blocks', 50, (size) => times(size, () => ({ type: 'divider' }))],
  ['text of a section', 3000, (size) => [section(size)]],
  ['fields of a section', 10, (size) => [{ type: 'section', fields: times(size, () => plain(1)) }]],
  ['text of a field', 2000, (size) => [{ type: 'section', fields: [plain(size)] }]],
  ['header', 150, (size) => [{ type: 'header', text: plain(size) }]],
  ['elements of a context', 10, (size) => [{ type: 'context', elements: times(size, () => plain(1)) }]],
  ['text of an element of a context', 3000, (size) => [{ type: 'context', elements: [plain(size)] }]],
  ['buttons', 25, (size) => actions(...times(size, (i) => button({ action_id: `a${i}` })))],
  ['text of a button', 75, (size) => actions(button({ text: plain(size) }))],
  ['value of a button', 2000, (size) => actions(button({ value: 'v'.repeat(size) }))],
  ['title of a confirmation', 100, (size) => actions(button({ confirm: { ...confirm, title: plain(size) } }))],
  ['action_id', 255, (size) => actions(button({ action_id: 'a'.repeat(size) }))],
  ['block_id', 255, (size) => [{ type: 'divider', block_id: 'b'.repeat(size) }]],
  ['text of an option', 75, (size) => actions(select(option(size, 1)))],
  ['value of an option', 150, (size) => actions(select(option(1, size)))],
  ['options', 100, (size) => actions(select(...times(size, () => option(1, 1))))],
  ['markdown', 12_000, (size) => [{ type: 'markdown', text: 'x'.repeat(size) }]],
  ['tables', 1, (size) => times(size, () => table(1, 1))],
  ['rows of a table', 100, (size) => [table(size, 1)]],
  ['columns of a table', 20, (size) => [table(1, size)]],
]

const wrong: readonly (readonly [string, readonly object[]])[] = [
  ['a type that is not there', [{ type: 'sparkles' }]],
  ['a member that is not there', [{ ...section(1), color: 'red' }]],
  ['a section of plain letters', [{ type: 'section', text: 'x' }]],
  ['markup in a header', [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }]],
  ['an empty text', [section(0)]],
  ['a file field outside a form', actions({ type: 'file_input', action_id: 'f' })],
  ['no buttons', actions()],
  ['two buttons of one action_id', actions(button(), button())],
  ['two blocks of one block_id', times(2, () => ({ type: 'divider', block_id: 'b' }))],
  ['a style that is not there', actions(button({ style: 'warning' }))],
  ['a table with rows of different widths', [{ type: 'table', rows: [[cell], [cell, cell]] }]],
]

describe('what Slack takes', () => {
  let town: SlackTown

  beforeAll(async () => {
    town = await slackTown()
  })
  beforeEach(() => {
    town.breaches.length = 0
  })
  afterAll(() => town.close())

  const post = (blocks: readonly object[], text = 'x') =>
    refusalOf(clientOf(town).chat.postMessage({ channel, text, blocks: blocks as KnownBlock[] }))

  it.each(limits)('%s: %i', async (_, most, make) => {
    expect([await post(make(most)), town.breaches]).toEqual([undefined, []])
    expect(await post(make(most + 1))).toBe('invalid_blocks')
    expect(town.breaches).toHaveLength(1)
  })

  it.each(wrong)('%s', async (_, blocks) => {
    expect(await post(blocks)).toBe('invalid_blocks')
    expect(town.breaches).toHaveLength(1)
  })

  it('all together: 13,200 characters', async () => {
    const most = times(5, () => section(2640))
    expect(await post(most)).toBeUndefined()
    expect(await post([...most, section(1)])).toBe('msg_blocks_too_long')
    expect(town.breaches).toEqual(['chat.postMessage: blocks: too long together'])
  })

  it('text: 40,000 characters', async () => {
    expect(await post([], 'x'.repeat(40_000))).toBeUndefined()
    expect(await post([], 'x'.repeat(40_001))).toBe('msg_too_long')
    expect(town.breaches).toEqual(['chat.postMessage: text: 40001 characters of 40000'])
  })

  it('metadata of one level', async () => {
    const say = (event_payload: Record<string, never>) =>
      refusalOf(clientOf(town).chat.postMessage({ channel, text: 'x', metadata: { event_type: 'e', event_payload } }))
    expect(await say({ key: 'k' } as never)).toBeUndefined()
    expect(await say({ key: { deep: { deeper: 'k' } } } as never)).toBe('invalid_metadata_format')
    expect(town.breaches).toHaveLength(1)
  })
})

describe('forms that Slack takes', () => {
  const files = { type: 'file_input', action_id: 'f', max_files: 10 }
  const input = (element: Json) => ({ type: 'input', label: plain(1), element })
  const view: Json = { type: 'modal', title: plain(24), submit: plain(24), blocks: [input(files)] }

  const forms: readonly (readonly [string, Json, number])[] = [
    ['just fits', { ...view, private_metadata: 'x'.repeat(3000) }, 0],
    ['a title of 25', { ...view, title: plain(25) }, 1],
    ['private_metadata of 3,001', { ...view, private_metadata: 'x'.repeat(3001) }, 1],
    ['eleven files', { ...view, blocks: [input({ ...files, max_files: 11 })] }, 1],
    ['an input and no way to send it', { ...view, submit: undefined }, 1],
    ['101 blocks', { ...view, blocks: times(101, () => ({ type: 'divider' })) }, 1],
    ['a block that is not there', { ...view, blocks: [{ type: 'sparkles' }] }, 1],
    ['no title', { ...view, title: undefined }, 1],
  ]
  it.each(forms)('%s', (_, form, count) => {
    const sent = JSON.parse(JSON.stringify(form)) as ModalView & Json
    expect([...shapeOfView(sent), ...breachesOfView(sent)]).toHaveLength(count)
  })
})

it('is checked against the types that are installed; else run write-shape-schema.ts', () => {
  const { $comment } = JSON.parse(readFileSync(new URL('shape-schema.json', import.meta.url), 'utf8')) as Json
  expect($comment).toBe(installedTypes())
})
