// What a driver throws says nothing to the application, so it leaves the store as an OutsideError with the cause kept.
import { OutsideError } from '../../ports/outside-error.ts'

type Call = (...args: unknown[]) => Promise<unknown>

/** The same port, whose calls throw OutsideError where the driver threw. */
export function guarded<Port extends object>(port: Port): Port {
  const calls = Object.entries(port as Record<string, Call>)
  const guard = ([name, call]: [string, Call]) => [name, (...args: unknown[]) => call(...args).catch(refail)]
  return Object.fromEntries(calls.map(guard)) as Port
}

/** Throws OutsideError `store-refused` (the rows forbid it) or `store-unavailable`; a TypeError or RangeError is a bug. */
export function refail(error: unknown): never {
  if (error instanceof OutsideError || error instanceof TypeError || error instanceof RangeError) throw error
  if (isRefusal(error)) throw new OutsideError('store-refused', `The store refused: ${reason(error)}`, { cause: error })
  throw new OutsideError('store-unavailable', `The store does not answer: ${reason(error)}`, { cause: error })
}

/** SQLITE_CONSTRAINT and its extended codes; class 23 of PostgreSQL, integrity constraint violation. */
function isRefusal(error: unknown): boolean {
  const { errcode, code } = error as { errcode?: unknown; code?: unknown }
  if (typeof errcode === 'number') return (errcode & 0xff) === 19
  return typeof code === 'string' && /^23\d{3}$/.test(code)
}

/** The message, or the code when there is none: a refused connection to two addresses is an AggregateError without one. */
function reason(error: unknown): string {
  const { message, code } = error as { message?: unknown; code?: unknown }
  return typeof message === 'string' && message !== '' ? message : String(code ?? error)
}
