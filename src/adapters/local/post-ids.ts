// Ids sort in the order of posting even when several fall into one millisecond or the clock is set back.
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../ports/clock.ts'

export type PostIds = {
  next(): string
  /** Makes every later id sort after this one. */
  after(id: string): void
}

/** Ids of 17 characters: milliseconds, a counter within them, and chance; letters and digits only. */
export function createPostIds(clock: Clock): PostIds {
  let last = { time: 0, count: 0 }

  return {
    next() {
      const now = clock.now().epochMilliseconds
      last = now > last.time ? { time: now, count: 0 } : { time: last.time, count: last.count + 1 }
      const chance = randomBytes(2).toString('hex')
      return base36(last.time, 9) + base36(last.count, 4) + chance
    },
    after(id) {
      const time = Number.parseInt(id.slice(0, 9), 36)
      if (Number.isFinite(time) && time >= last.time) last = { time: time + 1, count: 0 }
    },
  }
}

function base36(value: number, length: number): string {
  return value.toString(36).padStart(length, '0')
}
