// What can go wrong with a call of the bot, switched on by a test for the next calls of one method.
export type Fault =
  /** Status 429 with Retry-After in seconds. */
  | { readonly kind: 'limited'; readonly retryAfter: number }
  /** 200 with `ok: false`. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Some status above 499, before or after the call did its work. */
  | { readonly kind: 'broken'; readonly status: number; readonly when: 'before' | 'after' }
  /** The connection ends without an answer; `during` in the middle of the request's body. */
  | { readonly kind: 'cut'; readonly when: 'before' | 'during' | 'after' }
  /** The work is done, the answer waits for that promise. */
  | { readonly kind: 'slow'; readonly until: Promise<unknown> }
  /** Something else happens between the request and the work. */
  | { readonly kind: 'meanwhile'; readonly act: () => Promise<unknown> }
  /** 200 with a web page, as for a file without the right to read it. */
  | { readonly kind: 'page' }
  /** Status 302. */
  | { readonly kind: 'redirected'; readonly to: string }

export type Faults = {
  /** The next calls of that method (`upload` and `download` for the bytes of files) go wrong so. */
  next(method: string, ...faults: readonly Fault[]): void
  /** The fault of this call. */
  take(method: string): Fault | undefined
  /** Those that no call has met. */
  left(): number
}

export function newFaults(): Faults {
  const waiting = new Map<string, Fault[]>()
  return {
    next(method, ...faults) {
      waiting.set(method, [...(waiting.get(method) ?? []), ...faults])
    },
    take: (method) => waiting.get(method)?.shift(),
    left: () => [...waiting.values()].flat().length,
  }
}
