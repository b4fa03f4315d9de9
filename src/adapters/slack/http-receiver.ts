// HTTP mode: Slack posts its events to a server of Bolt's own, which checks their signature.
import type { Server } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import { OutsideError } from '../../ports/outside-error.ts'
import { boltLog } from './bolt-log.ts'
import type { SlackOptions } from './options.ts'
import type { Connection } from './socket.ts'

export type HttpConnection = Connection<HTTPReceiver> & {
  /** Null until it listens. */
  url(): string | null
}

const standardPort = 3001

export function openHttp({
  signingSecret = '',
  port,
  log,
}: Pick<SlackOptions, 'signingSecret' | 'port' | 'log'>): HttpConnection {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: ['/slack/events'],
    logger: boltLog(log),
  })
  let server: Server | null = null
  return {
    receiver,
    async start(connected) {
      server = await listen(receiver, port ?? standardPort)
      await connected()
    },
    async stop() {
      server?.closeIdleConnections()
      if (server) await receiver.stop()
      server = null
    },
    url() {
      const address = server?.address()
      return address && typeof address === 'object' ? `http://127.0.0.1:${address.port}/slack/events` : null
    },
  }
}

async function listen(receiver: HTTPReceiver, port: number): Promise<Server> {
  try {
    return await receiver.start(port)
  } catch (cause) {
    throw new OutsideError('port-in-use', 'Slack cannot be listened to: the port is taken', { cause })
  }
}
