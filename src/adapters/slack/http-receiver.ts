// HTTP mode: Slack posts its events to a server of Bolt's own, which checks their signature.
import type { Server, ServerResponse } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import { OutsideError } from '../../ports/outside-error.ts'
import { boltLog } from './bolt-log.ts'
import type { Pause, SlackOptions } from './options.ts'
import type { Connection } from './socket.ts'

export type HttpOptions = Pick<SlackOptions, 'signingSecret' | 'port' | 'log'> & { readonly pause: Pause }

const standardPort = 3001

/** Milliseconds after which is read again what Slack could not deliver: no connection tells that there was a gap. */
const interval = 600_000

/** Milliseconds that requests under way get when it stops. */
const goodbye = 1_000

export function openHttp({ signingSecret = '', port, log, pause }: HttpOptions): Connection<HTTPReceiver> {
  const receiver = new HTTPReceiver({ signingSecret, endpoints: ['/slack/events'], logger: boltLog(log) })
  const stopping = new AbortController()
  const isStopped = () => stopping.signal.aborted
  let server: Server | null = null
  let refused = 0

  async function keep(connected: () => Promise<void>): Promise<void> {
    while (!isStopped()) {
      await pause(interval, stopping.signal)
      if (!isStopped()) await connected()
    }
  }

  return {
    receiver,
    async start(connected) {
      server = await listen(receiver, port ?? standardPort)
      server.on('request', (_, response: ServerResponse) => {
        response.once('finish', () => (refused += response.statusCode === 401 ? 1 : 0))
      })
      await connected()
      void keep(connected)
    },
    async stop() {
      stopping.abort()
      server?.closeIdleConnections()
      const late = setTimeout(() => server?.closeAllConnections(), goodbye)
      if (server) await receiver.stop()
      clearTimeout(late)
      server = null
    },
    standing: () => ({ connected: server !== null, trouble: server ? null : 'not-listening', refused }),
  }
}

/** Throws OutsideError `port-in-use`, `cannot-listen`. */
async function listen(receiver: HTTPReceiver, port: number): Promise<Server> {
  try {
    return await receiver.start(port)
  } catch (cause) {
    const isTaken = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE'
    const message = isTaken ? `Port ${port} is already taken` : `Cannot listen on port ${port}`
    throw new OutsideError(isTaken ? 'port-in-use' : 'cannot-listen', `${message}, where Slack would post`, { cause })
  }
}
