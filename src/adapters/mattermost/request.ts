// One request to the server: Client4 knows neither time-outs nor a second try, and trips over a 429 in plain text.
import { setTimeout as wait } from 'node:timers/promises'
import { OutsideError } from '../../ports/outside-error.ts'
import { isRefusal, Refusal } from './refusal.ts'
import type { Timings } from './timings.ts'

export type RequestOptions = {
  readonly timings: Pick<Timings, 'request' | 'transfer' | 'retries' | 'patience'>
  /** Called with each 429, for the figures. */
  readonly limited: () => void
}

export type Manner = {
  /** Not to be sent twice. */
  readonly once?: boolean
  /** Carries a file, there or back. */
  readonly transfer?: boolean
  /** Milliseconds after which it is not sent again. */
  readonly within?: number
}

/**
 * The response to it, whose status is 2xx. Tried again after a cut, a 5xx and a 429 that is short: the callers' requests
 * may all be sent twice, but for those with `once`. Throws Refusal and OutsideError `chat-unavailable`,
 * `wrong-address`.
 */
export async function request(
  url: string,
  init: RequestInit,
  options: RequestOptions,
  { once = false, transfer = init.body instanceof FormData, within }: Manner = {},
): Promise<Response> {
  const { timings } = options
  const late = within === undefined ? null : AbortSignal.timeout(within)
  const waits = once ? [] : timings.retries
  for (let tries = 0; ; tries++) {
    try {
      return await requestOnce(url, init, options, timings[transfer ? 'transfer' : 'request'])
    } catch (error) {
      const pause = waits[tries]
      const length = pause === undefined ? null : pauseAfter(error, pause, timings.patience)
      if (length === null || late?.aborted) throw error
      await wait(length)
    }
  }
}

async function requestOnce(
  url: string,
  init: RequestInit,
  { limited }: RequestOptions,
  length: number,
): Promise<Response> {
  const response = await fetch(url, {
    ...init,
    redirect: 'manual',
    signal: AbortSignal.timeout(length),
  }).catch((error: unknown) => {
    throw new OutsideError('chat-unavailable', 'Mattermost does not answer', { cause: error })
  })
  if (response.ok) return response
  if (response.status >= 300 && response.status < 400) {
    await response.body?.cancel()
    const message = 'The address of Mattermost leads elsewhere: give the one where that ends, with https://'
    throw new OutsideError('wrong-address', message)
  }
  if (response.status === 429) limited()
  throw await refusalOf(response)
}

async function refusalOf(response: Response): Promise<Refusal> {
  const text = await response.text().catch(() => '')
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const retryAfter = response.status === 429 ? { retryAfter: Math.ceil((seconds >= 0 ? seconds : 1) * 1_000) } : {}
  return new Refusal(response.status, idIn(text), retryAfter)
}

/** '' for an answer in plain text, as that of a proxy or of the rate limit. */
function idIn(text: string): string {
  try {
    const { id } = JSON.parse(text) as { readonly id?: unknown }
    return typeof id === 'string' ? id : ''
  } catch {
    return ''
  }
}

/** Milliseconds, or null when it makes no sense to try again. */
function pauseAfter(error: unknown, pause: number, patience: number): number | null {
  if (isRefusal(error, [429])) {
    const asked = error.retryAfter ?? pause
    return asked <= patience ? Math.max(asked, pause) : null
  }
  if (error instanceof Refusal) return error.status >= 500 && error.status !== 501 ? pause : null
  return error instanceof OutsideError && error.code === 'chat-unavailable' ? pause : null
}
