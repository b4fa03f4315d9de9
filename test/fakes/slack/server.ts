// The town on 127.0.0.1: Web API, uploads, downloads, response URLs and Socket Mode, with the faults that a test wants.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Fault } from './faults.ts'
import type { Inside } from './inside.ts'
import { json, loginPage, type Reply, routeOf, text } from './routes.ts'

/** Listens on a free port and writes it into the town's state. */
export async function startServer(inside: Inside): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    meet(inside, request, response).catch((error: unknown) => {
      if (!request.destroyed) throw error
    })
  })
  server.on('upgrade', (request, socket, head) => inside.sockets.upgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  inside.state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return () => stop(inside, server)
}

async function stop({ sockets }: Inside, server: Server): Promise<void> {
  sockets.cut()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

/** Acts on a request unless a fault comes first. */
async function meet(inside: Inside, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const route = routeOf(inside, request)
  const fault = inside.faults.take(route.name)
  if (fault?.kind === 'cut' && fault.when === 'during') {
    request.once('data', () => request.socket.destroy())
    return
  }
  const read = await route.read(request)
  if (fault?.kind === 'meanwhile') await fault.act()
  const early = replyBefore(fault)
  const reply = early === undefined ? route.act(request, read) : early
  if (fault?.kind === 'slow') await fault.until
  if (reply === null || fault?.kind === 'cut') request.socket.destroy()
  else send(response, fault?.kind === 'broken' ? text(fault.status, 'broken') : reply)
}

/** The answer of a fault that keeps the call from doing its work; null for none at all, undefined when it is done. */
function replyBefore(fault: Fault | undefined): Reply | null | undefined {
  if (fault === undefined) return undefined
  if (fault.kind === 'cut' && fault.when === 'before') return null
  if (fault.kind === 'limited')
    return json(429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(fault.retryAfter) })
  if (fault.kind === 'refused') return json(200, { ok: false, error: fault.code })
  if (fault.kind === 'broken' && fault.when === 'before') return text(fault.status, 'broken')
  if (fault.kind === 'redirected') return { status: 302, body: '', headers: { location: fault.to } }
  return fault.kind === 'page' ? loginPage : undefined
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  response.writeHead(status, headers).end(body)
}
