// HTTP mode: Slack posts its events to a server of Bolt's own, which checks their signature.
import type { Server } from 'node:http'
import { HTTPReceiver } from '@slack/bolt'
import { OutsideError } from '../../ports/outside-error.ts'
import { boltLog } from './bolt-log.ts'
import type { SlackOptions } from './options.ts'
import type { Connection } from './socket.ts'

const standardPort = 3001

export function openHttp({
  signingSecret = '',
  port,
  log,
}: Pick<SlackOptions, 'signingSecret' | 'port' | 'log'>): Connection<HTTPReceiver> {
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
  }
}

async function listen(receiver: HTTPReceiver, port: number): Promise<Server> {
  try {
    return await receiver.start(port)
  } catch (cause) {
    throw new OutsideError('port-in-use', 'Slack cannot be listened to: the port is taken', { cause })
  }
}
