// A server on this machine without a token must not be reachable from a web page of somebody else: DNS rebinding is
// stopped by the Host header, a forged form by the Origin header. Callbacks of a chat server do not pass here.
import { isIP } from 'node:net'
import { HttpError } from './errors.ts'
import type { HttpRequest, Route } from './route.ts'

/**
 * The same routes, refusing (HttpError 403) requests for another host name and posts from another origin. `host` is
 * what the server listens on; on all interfaces any address of this machine is good, since only names can be rebound.
 */
export function sameOriginOnly(routes: readonly Route[], host: string): readonly Route[] {
  return routes.map((route) => ({
    ...route,
    answer: (request) => {
      checkHost(request, host)
      if (route.method !== 'GET') checkOrigin(request)
      return route.answer(request)
    },
  }))
}

function checkHost(request: HttpRequest, listening: string): void {
  const name = hostName(request.headers.host ?? '')
  if (['localhost', '127.0.0.1', '::1', listening.toLowerCase()].includes(name)) return
  if (['0.0.0.0', '::'].includes(listening) && isIP(name) !== 0) return
  throw new HttpError(403, 'host-refused', 'This server does not answer to that name.')
}

function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
}

function checkOrigin({ headers }: HttpRequest): void {
  const { origin } = headers
  const site = headers['sec-fetch-site']
  const own = origin === undefined ? site === undefined || site !== 'cross-site' : hostOf(origin) === headers.host
  if (!own) throw new HttpError(403, 'origin-refused', 'Only the page of this server may send this.')
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
