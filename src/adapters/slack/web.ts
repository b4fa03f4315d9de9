// The one way to call Slack: no call hangs, none is repeated that could do its work twice, and answers are looked at
// before they are believed.
import { webApi } from '@slack/bolt'
import type { z } from 'zod'
import { OutsideError } from '../../ports/outside-error.ts'
import { boltLog } from './bolt-log.ts'
import { failureOf } from './failure.ts'
import { type Method, methods } from './methods.ts'
import type { Pause, SlackOptions } from './options.ts'

export type Web = {
  /** Throws OutsideError. */
  readonly call: Call
  /** The same for what nobody waits for: it waits as long as Slack asks. */
  readonly patiently: Call
}

export type Call = <Shape extends z.ZodType>(method: Method, given: Given, shape: Shape) => Promise<z.output<Shape>>

export type Given = Readonly<Record<string, unknown>>

/** Milliseconds that one request may take. */
const timeout = 15_000

/** Milliseconds before a call is tried again that may not have arrived. */
const waits = [300, 1_000, 3_000]

/** How long a wait that Slack asks for may be, and how often it may ask. */
const brief = { longest: 15_000, times: 3 }
const patient = { longest: 300_000, times: 30 }

export function createWeb(options: Pick<SlackOptions, 'botToken' | 'apiUrl' | 'log'> & { readonly pause: Pause }): Web {
  const client = new webApi.WebClient(options.botToken, clientOptions(options))

  async function repeat<Shape extends z.ZodType>(
    patience: typeof brief,
    method: Method,
    given: Given,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    for (let tries = 0; ; tries++) {
      try {
        return read(method, await client.apiCall(method, given), shape)
      } catch (error) {
        const failure = failureOf(method, error)
        const wait = waitAfter(failure, method, tries, patience)
        if (wait === null) throw failure
        await options.pause(wait)
      }
    }
  }

  return {
    call: (method, given, shape) => repeat(brief, method, given, shape),
    patiently: (method, given, shape) => repeat(patient, method, given, shape),
  }
}

/** A new object each time: Bolt's socket client writes its own retries into the one that it gets. */
export function clientOptions({ apiUrl, log }: Pick<SlackOptions, 'apiUrl' | 'log'>): webApi.WebClientOptions {
  return {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logger: boltLog(log),
  }
}

/** Null when the call must not, or need not, be tried again. */
function waitAfter(failure: OutsideError, method: Method, tries: number, patience: typeof brief): number | null {
  if (failure.code === 'rate-limited') {
    const asked = failure.retryAfter ?? 1_000
    return tries < patience.times && asked <= patience.longest ? asked : null
  }
  return failure.code === 'chat-unavailable' && methods[method].again ? (waits[tries] ?? null) : null
}

function read<Shape extends z.ZodType>(method: Method, answer: unknown, shape: Shape): z.output<Shape> {
  const { success, data } = shape.safeParse(answer)
  if (!success) throw new OutsideError('chat-unreadable', `Slack's answer to ${method} has another shape than expected`)
  return data
}
