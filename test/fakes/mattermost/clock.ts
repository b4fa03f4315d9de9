// The town's time: it stands still until a test moves it, and what was to happen meanwhile happens then, in order.
import type { Clock } from '../../../src/ports/clock.ts'

export type TownClock = Clock & {
  pass(duration: Temporal.DurationLike): void
  /** Milliseconds since 1970, a different one each time, as ids and orders need it. */
  stamp(): number
  /** Milliseconds since 1970, as they stand. */
  millis(): number
  /** Runs `act` once that much has passed. The returned function calls it off. */
  after(duration: Temporal.DurationLike, act: () => void): () => void
  /** Settles once that much has passed. */
  wait(duration: Temporal.DurationLike): Promise<void>
}

type Timer = { readonly at: number; readonly act: () => void }

export function townClock(start: string): TownClock {
  let now = Temporal.Instant.from(start).epochMilliseconds
  const timers = new Set<Timer>()

  const nextDue = (until: number): Timer | undefined =>
    [...timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0]

  const clock: TownClock = {
    now: () => Temporal.Instant.fromEpochMilliseconds(now),
    millis: () => now,
    stamp() {
      now += 1
      return now
    },
    pass(duration) {
      const until = now + lengthOf(duration)
      for (let due = nextDue(until); due; due = nextDue(until)) {
        timers.delete(due)
        now = Math.max(now, due.at)
        due.act()
      }
      now = Math.max(now, until)
    },
    after(duration, act) {
      const timer = { at: now + lengthOf(duration), act }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    wait: (duration) => new Promise((resolve) => clock.after(duration, resolve)),
  }
  return clock
}

const lengthOf = (duration: Temporal.DurationLike): number => Temporal.Duration.from(duration).total('milliseconds')
