import { expect, it } from 'vitest'
import { progressLine } from '../../../src/adapters/terminal/progress-line.ts'
import { fakeClock } from '../../fakes/clock.ts'

function hearing(isTTY: boolean, pauses: readonly number[]): string {
  const clock = fakeClock()
  let written = ''
  const write = (text: string) => {
    written += text
    return true
  }
  const stream = { isTTY, write } as unknown as NodeJS.WriteStream
  const progress = progressLine(stream, clock)
  pauses.forEach((milliseconds, index) => {
    clock.pass({ milliseconds })
    progress.hear((index + 1) / 10)
  })
  progress.end()
  return written
}

it('says nothing of a check that takes less than a second', () => {
  expect(hearing(true, [300, 300, 399])).toBe('')
})

it('says it once a second, over itself on a terminal, and leaves nothing there', () => {
  expect(hearing(true, [1_000, 500, 500])).toBe('\renrol-check: 10 %\renrol-check: 30 %\r\u001B[K')
})

it('says it line by line elsewhere', () => {
  expect(hearing(false, [1_000, 1_000])).toBe('enrol-check: 10 %\nenrol-check: 20 %\n')
})
