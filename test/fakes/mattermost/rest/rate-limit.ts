// The server's own limit: so many at once, then so many a second; refused in plain text, uploads and sockets alike.
import type { World } from '../world.ts'

export type Verdict = { readonly allowed: boolean; readonly headers: Readonly<Record<string, string>> }

/** Counts requests of everybody together, on the town's clock; says nothing while there is no limit. */
export function rateLimit(world: World): () => Verdict {
  let fullAt = 0
  return () => {
    const { rateLimit: limit } = world.config
    if (!limit) return { allowed: true, headers: {} }
    const now = world.clock.millis()
    const gap = 1000 / limit.perSec
    const most = limit.maxBurst + 1
    const next = Math.max(fullAt, now) + gap
    const allowed = next - now <= most * gap
    if (allowed) fullAt = next
    const used = Math.max(fullAt - now, 0)
    const remaining = Math.floor((most * gap - used) / gap)
    const headers = {
      'x-ratelimit-limit': String(most),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(Math.ceil(used / 1000)),
    }
    return {
      allowed,
      headers: allowed ? headers : { ...headers, 'retry-after': String(Math.ceil((next - now - most * gap) / 1000)) },
    }
  }
}
