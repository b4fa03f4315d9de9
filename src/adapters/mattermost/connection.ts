// One connection that is either up, or known not to be: the socket says nothing when its token is revoked, when the
// line is half open, or when the token was wrong from the start; pings and looks at the own account tell.
import { WebSocketClient } from '@mattermost/client'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Api } from './api.ts'
import { isRefusal } from './refusal.ts'
import { QuietSocket, quietly } from './socket.ts'
import type { StateKeeper } from './state.ts'
import type { Timings } from './timings.ts'

export type ConnectionOptions = {
  readonly url: string
  readonly token: string
  readonly api: Api
  readonly state: StateKeeper
  readonly timings: Timings
  /** An event of the server, as JSON. */
  readonly heard: (event: unknown) => void
  /** What was missed cannot be told any more. */
  readonly gap: () => void
}

export type Connection = {
  /** Settles with the first word of the server, or once it is known that it cannot be had now. Throws `auth-failed`. */
  open(): Promise<void>
  close(): void
}

export function createConnection({ url, token, api, state, timings, heard, gap }: ConnectionOptions): Connection {
  let socket: QuietSocket | null = null
  let unanswered = false
  let closed = false
  let met = Promise.withResolvers<undefined>()
  const timers: NodeJS.Timeout[] = []
  const client = createClient(timings, (address) => {
    socket = new QuietSocket(address, token)
    return socket
  })
  client.addMessageListener((message: { readonly event?: string }) => {
    alive()
    if (message.event === 'hello') gap()
    else heard(message)
  })
  client.addMissedMessageListener(() => state.count('gaps'))
  client.addFirstConnectListener(ping)
  client.addReconnectListener(() => {
    state.count('reconnects')
    ping()
  })
  client.addCloseListener(() => {
    if (state.now().connection !== 'auth-failed') state.become('reconnecting')
    void check().finally(() => met.resolve(undefined))
  })

  function alive(): void {
    if (state.now().connection !== 'auth-failed') state.become('connected')
    met.resolve(undefined)
  }

  function ping(): void {
    unanswered = true
    client.ping(({ status }: { readonly status?: string }) => {
      unanswered = false
      if (status === 'OK') alive()
      else void check()
    })
  }

  function watch(): void {
    if (!unanswered) ping()
    else if (isUp()) socket?.drop()
  }

  /** Open, or opening: a closed one is opened again by the client. */
  const isUp = (): boolean => socket !== null && socket.readyState <= WebSocket.OPEN

  /** Whether the token holds: after each failure, and every minute as nothing else would tell. */
  async function check(): Promise<void> {
    try {
      await api.client.getMe()
    } catch (error) {
      if (isRefusal(error, [401]) && !closed) state.become('auth-failed')
      return
    }
    if (closed || state.now().connection !== 'auth-failed') return
    // The old socket has been deaf since the token was refused, and would resume as if nothing had been said.
    state.become('reconnecting')
    if (isUp()) socket?.drop()
    gap()
  }

  return {
    async open() {
      closed = false
      met = Promise.withResolvers()
      state.become('starting')
      await check()
      if (state.now().connection === 'auth-failed') throw new OutsideError('auth-failed', refused)
      quietly(() => client.initialize(`${url.replace(/^http/, 'ws')}/api/v4/websocket`))
      timers.push(
        setInterval(watch, timings.ping),
        setInterval(() => void check(), timings.check),
      )
      const late = setTimeout(() => met.resolve(undefined), timings.request)
      await met.promise
      clearTimeout(late)
    },
    close() {
      closed = true
      for (const timer of timers.splice(0)) clearInterval(timer)
      socket?.detach()
      quietly(() => client.close())
      state.become('stopped')
      met.resolve(undefined)
    },
  }
}

function createClient({ reconnect: [first, longest] }: Timings, open: (url: string) => QuietSocket): WebSocketClient {
  return new WebSocketClient({
    newWebSocketFn: (url) => open(url) as unknown as WebSocket,
    minWebSocketRetryTime: first,
    maxWebSocketRetryTime: longest,
    maxWebSocketFails: 3,
    reconnectJitterRange: first / 2,
    // Its own pings would speak to the console from a timer; ours take their place.
    clientPingInterval: 2 ** 31 - 1,
  })
}

const refused =
  'Mattermost refuses MATTERMOST_TOKEN. Check that it is the token of the bot account, that it was not revoked, and that the bot is not disabled.'
