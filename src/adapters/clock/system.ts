// The one place where the machine's time is read.
import type { Clock } from '../../ports/clock.ts'

export const systemClock: Clock = { now: () => Temporal.Now.instant() }
