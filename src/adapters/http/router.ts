// Paths are few and flat, so a linear search over split parts is all the routing there is.
import { HttpError } from './errors.ts'
import type { Route } from './route.ts'

export type Match = { readonly route: Route; readonly params: Readonly<Record<string, string>> }

/**
 * Finds the route of a request; HEAD is met by GET. Throws HttpError 404 `not-found`, 405 `method-not-allowed` (with
 * `Allow`), 400 `bad-path` for escapes that are no UTF-8.
 */
export function findRoute(routes: readonly Route[], method: string, pathname: string): Match {
  const parts = pathname.split('/').map(decode)
  const here = routes.flatMap((route) => {
    const params = matchParts(route.path.split('/'), parts)
    return params ? [{ route, params }] : []
  })
  const wanted = method === 'HEAD' ? 'GET' : method
  const found = here.find(({ route }) => route.method === wanted)
  if (found) return found
  if (here.length === 0) throw new HttpError(404, 'not-found', 'There is nothing at this address.')
  const allow = [...new Set(here.map(({ route }) => route.method))].join(', ')
  throw new HttpError(405, 'method-not-allowed', `This address takes ${allow} only.`, { allow })
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new HttpError(400, 'bad-path', 'This address is not well formed.')
  }
}

function matchParts(pattern: readonly string[], parts: readonly string[]): Record<string, string> | null {
  if (pattern.length !== parts.length) return null
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const part = parts[index] ?? ''
    if (expected.startsWith(':') && part !== '') params[expected.slice(1)] = part
    else if (expected !== part) return null
  }
  return params
}
