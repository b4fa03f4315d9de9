// A directory that asks over a network may take its time; whoever posted a file should not wait for it.
import { setTimeout } from 'node:timers/promises'
import type { Directory } from '../../ports/directory.ts'
import { OutsideError } from '../../ports/outside-error.ts'

/** Settles after so many milliseconds, or as soon as the signal says that nobody waits any more. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>

const wait: Wait = (ms, signal) => setTimeout(ms, undefined, { signal })

/**
 * The same directory, which throws OutsideError `directory-late` when it has not answered after `ms`; what it goes on
 * loading is there for the next one who asks.
 */
export function patient(directory: Directory, ms: number, waitFor: Wait = wait): Directory {
  return {
    async about(site) {
      const answered = new AbortController()
      const late = waitFor(ms, answered.signal).then(() => {
        throw new OutsideError('directory-late', `Nothing was told of ${site} in ${ms} ms`)
      })
      try {
        return await Promise.race([directory.about(site), late])
      } finally {
        answered.abort()
      }
    },
  }
}
