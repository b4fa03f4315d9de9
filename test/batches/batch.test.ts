import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BatchEvent, type BatchState, batchEvents, batchStates, isOpen, move } from '../../src/batches/batch.ts'

const events: readonly BatchEvent[] = [
  { kind: 'checked', state: 'needs-changes' },
  { kind: 'checked', state: 'waiting' },
  { kind: 'checked', state: 'ready' },
  { kind: 'rechecked', state: 'waiting' },
  { kind: 'answered', state: 'ready' },
  { kind: 'moved', state: 'needs-changes' },
  { kind: 'snoozed' },
  { kind: 'taken' },
  { kind: 'handed' },
  { kind: 'done' },
  { kind: 'withdrawn' },
  { kind: 'expired' },
]
const anyEvents = fc.array(fc.constantFrom(...events), { maxLength: 20 })

/** The states gone through from the first, refused events left out. */
function life(happened: readonly BatchEvent[]): readonly BatchState[] {
  const states: BatchState[] = ['received']
  for (const event of happened) states.push(move(states.at(-1)!, event) ?? states.at(-1)!)
  return states
}

const closed = ['done', 'withdrawn', 'expired'] as const
const open = ['received', 'needs-changes', 'waiting', 'ready'] as const

test.each(open)('a check moves a batch from %s to what it found', (state) => {
  const found = events.slice(0, 3).map((event) => move(state, event))
  expect(found).toEqual(['needs-changes', 'waiting', 'ready'])
})

test.each(open)('a batch that is %s can be withdrawn and can expire', (state) => {
  expect(move(state, { kind: 'withdrawn' })).toBe('withdrawn')
  expect(move(state, { kind: 'expired' })).toBe('expired')
})

test('a batch is done from any checked state', () => {
  expect(open.map((state) => move(state, { kind: 'done' }))).toEqual([null, 'done', 'done', 'done'])
})

test.each(closed)('nothing happens to a batch that is %s', (state) => {
  expect(events.map((event) => move(state, event))).toEqual(events.map(() => null))
})

test('any sequence of events leaves a batch in a known state', () => {
  fc.assert(fc.property(anyEvents, (happened) => life(happened).every((state) => batchStates.includes(state))))
})

test('a batch is closed once and for all', () => {
  fc.assert(
    fc.property(anyEvents, (happened) => {
      const states = life(happened)
      const first = states.findIndex((state) => !isOpen(state))
      return first === -1 || new Set(states.slice(first)).size === 1
    }),
  )
})

test('no event leads back to received', () => {
  const after = batchStates.flatMap((state) => events.map((event) => move(state, event)))
  expect(after).not.toContain('received')
})

test('what was never checked is never done', () => {
  fc.assert(
    fc.property(anyEvents, (happened) => {
      const states = life(happened)
      const done = states.indexOf('done')
      return done === -1 || states.slice(0, done).some((state) => state !== 'received')
    }),
  )
})

test('a part is handed over only while the rest waits for something', () => {
  expect(open.map((state) => move(state, { kind: 'handed' }))).toEqual([null, 'needs-changes', 'waiting', null])
})

test('a request whose last file was taken back needs another', () => {
  expect(open.map((state) => move(state, { kind: 'taken' }))).toEqual(open.map(() => 'needs-changes'))
})

test('asking to be reminded later leaves a checked batch where it is', () => {
  expect(open.map((state) => move(state, { kind: 'snoozed' }))).toEqual([null, 'needs-changes', 'waiting', 'ready'])
})

test('the list of events has each of them', () => {
  expect(new Set(events.map(({ kind }) => kind))).toEqual(new Set(batchEvents))
})
