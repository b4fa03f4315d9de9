// node:sqlite blocks the thread while it writes, and promises that follow one another never let go of it: a large file
// is stored three times over, and pings waited for all of it.
import { setImmediate } from 'node:timers/promises'

type Call = (...args: unknown[]) => Promise<unknown>

/** The same port; whatever else waits has its turn after each call. */
export function breathing<Port extends object>(port: Port): Port {
  const calls = Object.entries(port as Record<string, Call>)
  const breathe = ([name, call]: [string, Call]) => [name, (...args: unknown[]) => call(...args).finally(setImmediate)]
  return Object.fromEntries(calls.map(breathe)) as Port
}
