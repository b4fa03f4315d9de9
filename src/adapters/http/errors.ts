// Every refusal has the same shape, so that the page (and whoever tests from outside) needs to understand only one.
import { randomBytes } from 'node:crypto'
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { type Answer, json } from './route.ts'

/** A request that cannot be met; `message` is shown to whoever asked. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

/**
 * The answer for something thrown: `{"error":{"code","message"}}`. An `OutsideError` is 503, anything else a bug: 500
 * with a reference that is also in the log, and no detail.
 */
export function errorAnswer(error: unknown, log: Log): Answer {
  if (error instanceof HttpError) return refusal(error.status, error.code, error.message, error.headers)
  if (error instanceof OutsideError) {
    log.warn({ error }, 'a request met a failure outside')
    const seconds = Math.ceil((error.retryAfter ?? 5_000) / 1_000)
    return refusal(503, error.code, 'This is not possible just now; try again in a moment.', {
      'retry-after': String(seconds),
    })
  }
  const reference = `chk-${randomBytes(3).toString('hex')}`
  log.error({ reference, error }, 'a bug')
  return refusal(500, 'internal', `Something failed on our side (reference ${reference}).`)
}

function refusal(
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const answer = json({ error: { code, message } }, status)
  return { ...answer, headers: { ...answer.headers, ...headers } }
}
