// The other way to the bot: signed requests to its own server, instead of Socket Mode.
import { createHmac } from 'node:crypto'
import type { Deliveries, Delivery, Road } from './deliveries.ts'
import type { Json, State } from './state.ts'

export type Signature = 'right' | 'wrong' | 'stale'

export type HttpRoad = Road & {
  /** Status of each answer of the bot, oldest first. */
  readonly statuses: number[]
  /** How the next requests are signed. */
  signature: Signature
  /** What Slack asks when an administrator enters the URL; the bot's answer. */
  verify(): Promise<string>
}

/** To the bot's `…/slack/events`. */
export function openHttpRoad(state: State, deliveries: Deliveries, url: string): HttpRoad {
  const road: HttpRoad = {
    statuses: [],
    signature: 'right',
    send(delivery) {
      void post(state, url, road.signature, delivery).then(
        (response) => hear(deliveries, delivery, response, road.statuses),
        () => deliveries.fail(delivery, 'connection_failed'),
      )
      return true
    },
    async verify() {
      const challenge = { type: 'url_verification', challenge: 'challenge', token: 'verification' }
      const body = JSON.stringify(challenge)
      return (await request(state, url, road.signature, body, { 'content-type': 'application/json' })).text()
    },
  }
  return road
}

async function hear(deliveries: Deliveries, delivery: Delivery, response: Response, statuses: number[]): Promise<void> {
  const text = await response.text()
  statuses.push(response.status)
  if (response.status === 200) deliveries.acknowledge(delivery, answerOf(text))
  else deliveries.fail(delivery, 'http_error')
}

function answerOf(text: string): Json | null {
  if (text === '') return null
  return text.startsWith('{') ? (JSON.parse(text) as Json) : { text }
}

function post(state: State, url: string, signature: Signature, delivery: Delivery): Promise<Response> {
  const { kind, payload, attempt, reason } = delivery
  const retry = { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': String(reason) }
  if (kind === 'events_api') {
    const headers = { 'content-type': 'application/json', ...(attempt > 0 ? retry : {}) }
    return request(state, url, signature, JSON.stringify(payload), headers)
  }
  const fields = kind === 'slash_commands' ? payload : { payload: JSON.stringify(payload) }
  const body = new URLSearchParams(fields as Record<string, string>).toString()
  return request(state, url, signature, body, { 'content-type': 'application/x-www-form-urlencoded' })
}

/** Signed at the machine's own time, which is what Bolt compares with. */
function request(
  { app }: State,
  url: string,
  signature: Signature,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const age = signature === 'stale' ? { minutes: 6 } : { minutes: 0 }
  const at = String(Math.floor(Temporal.Now.instant().subtract(age).epochMilliseconds / 1000))
  const secret = signature === 'wrong' ? 'another secret' : app.signingSecret
  const hash = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
  const signed = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${hash}` }
  return fetch(url, { method: 'POST', body, headers: { ...headers, ...signed } })
}
