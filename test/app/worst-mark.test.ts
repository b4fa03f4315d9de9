import { expect, test } from 'vitest'
import { worstMark } from '../../src/app/worst-mark.ts'
import type { Mark } from '../../src/ports/chat.ts'

test.each([
  [['failed', 'blocked'], 'failed'],
  [['blocked', 'partial'], 'blocked'],
  [['partial', 'waiting'], 'partial'],
  [['waiting', 'working'], 'waiting'],
  [['working', 'ready'], 'working'],
  [['ready', 'done'], 'ready'],
  [['done', 'done'], 'done'],
  [['ready', 'partial', 'ready'], 'partial'],
  [['ready', null], 'working'],
  [['blocked', null], 'blocked'],
  [['done'], 'done'],
] as [(Mark | null)[], Mark][])('%j: %s', (marks, expected) => {
  expect(worstMark(marks)).toBe(expected)
  expect(worstMark(marks.toReversed())).toBe(expected)
})
