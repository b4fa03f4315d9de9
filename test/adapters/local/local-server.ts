// A local channel on a real socket, with a listener that tests can look into.
import { type RunningServer, startServer } from '../../../src/adapters/http/server.ts'
import { createLocalChat, type LocalChat, type LocalChatOptions } from '../../../src/adapters/local/chat.ts'
import type { ChatEvents } from '../../../src/ports/chat.ts'
import type { LocalPosts } from '../../../src/ports/local-posts.ts'
import type { Log } from '../../../src/ports/log.ts'
import type { Message } from '../../../src/replies/message.ts'
import { fakeLocalPosts } from '../../fakes/local-posts.ts'

export type LocalServer = RunningServer & {
  readonly chat: LocalChat
  readonly posts: LocalPosts
  /** Moves the clock of the chat forward. */
  wait(duration: Temporal.DurationLike): void
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** Listens on a free port, or on that one; the chat is not started. */
export async function startLocal({
  port = 0,
  ...options
}: Partial<LocalChatOptions> & { port?: number } = {}): Promise<LocalServer> {
  const posts = options.posts ?? fakeLocalPosts()
  let now = Temporal.Instant.from('2026-11-16T08:15:00Z')
  const chat = createLocalChat({ posts, clock: { now: () => now }, log: silentLog, ...options })
  const server = await startServer({
    host: '127.0.0.1',
    port,
    routes: chat.routes,
    health: () => ({ ready: true }),
    metrics: () => '',
    log: silentLog,
  })
  return {
    ...server,
    chat,
    posts,
    wait(duration) {
      now = now.add(duration)
    },
  }
}

/** A listener that does nothing but what is given. */
export function eventsWith(events: Partial<ChatEvents> = {}): ChatEvents {
  return {
    posted: () => Promise.resolve(),
    deleted: () => Promise.resolve(),
    pressed: () => Promise.resolve(null),
    commanded: () => Promise.resolve(messageOf('…')),
    ...events,
  }
}

/** A message of one paragraph. */
export function messageOf(text: string, rest: Partial<Message> = {}): Message {
  return { language: 'fr', paragraphs: [{ kind: 'text', spans: [text] }], files: [], buttons: [], choices: [], ...rest }
}

/** A form of `POST /api/posts`. */
export function formOf(
  fields: Readonly<Record<string, string>>,
  files: readonly (readonly [name: string, content: string | Uint8Array<ArrayBuffer>])[] = [],
): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [name, content] of files) form.append('file', new Blob([content], { type: 'text/csv' }), name)
  return form
}
