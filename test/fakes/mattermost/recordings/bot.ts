// The bot of the recordings: answers what it answered then, and keeps what it was sent.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { readBytes } from '../rest/read-body.ts'
import type { RecordedAnswer } from './read.ts'

export type Received = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

export type RecordedBot = {
  readonly url: string
  /** What to say to the next requests, in turn. */
  answers: RecordedAnswer[]
  received: Received[]
  /** Says nothing at all while true. */
  silent: boolean
  stop(): Promise<void>
}

export async function recordedBot(): Promise<RecordedBot> {
  const server = createServer((request, response) => {
    void readBytes(request).then((bytes) => {
      const { method = '', url = '', headers } = request
      bot.received.push({ method, path: url, headers, text: bytes.toString() })
      if (!bot.silent) say(response, bot.answers.shift() ?? {})
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bot: RecordedBot = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answers: [],
    received: [],
    silent: false,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return bot
}

function say(
  response: ServerResponse,
  { status = 200, type = 'application/json', body = {}, destroy }: RecordedAnswer,
): void {
  if (destroy === true) response.destroy()
  else {
    response.writeHead(status, { 'content-type': type })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }
}
