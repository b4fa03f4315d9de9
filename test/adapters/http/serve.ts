// A server for one test, closed by the test itself.

import { request } from 'node:http'
import type { Route } from '../../../src/adapters/http/route.ts'
import { type RunningServer, type ServerOptions, startServer } from '../../../src/adapters/http/server.ts'
import type { Log } from '../../../src/ports/log.ts'

export type LogLine = { readonly level: string; readonly fields: Readonly<Record<string, unknown>> }

/** On a free port of this machine, with nothing but `routes`; `lines` is what it logged. */
export async function serve(
  routes: readonly Route[],
  options: Partial<ServerOptions> = {},
): Promise<RunningServer & { readonly lines: readonly LogLine[] }> {
  const lines: LogLine[] = []
  const line =
    (level: string): Log['info'] =>
    (fields) =>
      lines.push({ level, fields })
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes,
    health: () => ({ ready: true }),
    metrics: () => '',
    log: { info: line('info'), warn: line('warn'), error: line('error') },
    ...options,
  })
  return { ...server, lines }
}

/** Code and status of a refusal. */
export async function refusal(response: Response): Promise<{ status: number; code: string; message: string }> {
  const { error } = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, ...error }
}

/** A request with headers that `fetch` does not let one set, such as Host; its status. */
export function rawStatus(url: string, method: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}
