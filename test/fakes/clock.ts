// Time that stands still until a test moves it.
import type { Clock } from '../../src/ports/clock.ts'

export type FakeClock = Clock & { pass(duration: Temporal.DurationLike): void; set(now: Temporal.Instant): void }

/** A Monday morning in the site's time zone, unless told otherwise. */
export function fakeClock(start = '2026-11-23T08:00:00Z'): FakeClock {
  let now = Temporal.Instant.from(start)
  return {
    now: () => now,
    pass(duration) {
      now = now.add(duration)
    },
    set(instant) {
      now = instant
    },
  }
}
