// Server-sent events: every open page hears of every post; one that reconnects reads the list again, so none is numbered.
import type { ServerResponse } from 'node:http'
import type { LocalPost } from '../../ports/local-posts.ts'
import type { Route } from '../http/route.ts'
import { toPostJson } from './post-json.ts'

export type Broadcast = {
  announce(kind: 'post-created' | 'post-updated', post: LocalPost): void
  readonly route: Route
  close(): void
}

/** Milliseconds between signs of life, which keep proxies from closing a quiet stream. */
const heartbeat = 20_000

/** Unread bytes after which a page is cut off; it reconnects and reads the list. */
const backlog = 1024 * 1024

/** `GET /api/events`: `event: post-created` or `post-updated`, `data: {"post":{…}}`. */
export function createBroadcast(): Broadcast {
  const listeners = new Set<ServerResponse>()

  function write(text: string): void {
    for (const listener of listeners) {
      if (listener.writableLength > backlog) listener.destroy()
      else listener.write(text)
    }
  }

  function listen(response: ServerResponse): void {
    listeners.add(response)
    const timer = setInterval(() => response.write(': here\n\n'), heartbeat)
    timer.unref()
    response.once('close', () => {
      clearInterval(timer)
      listeners.delete(response)
    })
    response.write('retry: 1000\n: connected\n\n')
  }

  return {
    announce(kind, post) {
      write(`event: ${kind}\ndata: ${JSON.stringify({ post: toPostJson(post) })}\n\n`)
    },
    route: {
      method: 'GET',
      path: '/api/events',
      answer: () => ({
        status: 200,
        headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
        stream: listen,
      }),
    },
    close() {
      for (const listener of listeners) listener.end()
    },
  }
}
