// What a test makes go wrong with the next requests; each fault is used up by the requests that it fits.
import type { TownClock } from '../clock.ts'

/** `refuse`: that status, in a proxy's words. `limit`: 429. `cut`: no answer. `wait`: answered later. */
export type Trouble =
  | { readonly refuse: number }
  | { readonly limit: number }
  | 'cut'
  | { readonly wait: Temporal.DurationLike }

export type Fault = {
  readonly trouble: Trouble
  /** Before the work, between a post's being asked for and made (for `wait`), or once it is done; `before` unless told. */
  readonly when?: 'before' | 'during' | 'after'
  readonly method?: string
  /** Of the path without its query; `/api/v4/websocket` for an upgrade. */
  readonly path?: RegExp
  /** 1 unless told. */
  readonly times?: number
}

export type Faults = {
  add(fault: Fault): void
  /** The first that fits, used up by one. */
  take(method: string, path: string): Fault | null
  /** Those that nothing met yet. */
  left(): number
  clear(): void
}

export function faults(): Faults {
  let list: { fault: Fault; left: number }[] = []
  return {
    add: (fault) => list.push({ fault, left: fault.times ?? 1 }),
    take(method, path) {
      const found = list.find(({ fault }) => (fault.method ?? method) === method && (fault.path ?? /^/).test(path))
      if (!found) return null
      found.left -= 1
      list = list.filter(({ left }) => left > 0)
      return found.fault
    },
    left: () => list.reduce((sum, { left }) => sum + left, 0),
    clear() {
      list = []
    },
  }
}

/** Settles at once when there is nothing to wait for at this point. */
export async function waitOut(clock: TownClock, fault: Fault | null, when: Fault['when']): Promise<void> {
  if (fault === null || (fault.when ?? 'before') !== when) return
  if (typeof fault.trouble === 'object' && 'wait' in fault.trouble) await clock.wait(fault.trouble.wait)
}
