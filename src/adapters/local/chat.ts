// The third chat: a support channel of our own, so that the bot can be seen, tried and tested without any other.
import type { Chat, Person } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LocalPosts } from '../../ports/local-posts.ts'
import type { Log } from '../../ports/log.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Route } from '../http/route.ts'
import { sameOriginOnly } from '../http/same-origin.ts'
import { createLocks } from '../locks/locks.ts'
import { actionRoutes } from './api-actions.ts'
import { changeRoutes } from './api-changes.ts'
import { fileRoutes } from './api-files.ts'
import { postRoutes } from './api-posts.ts'
import { suggestionRoutes } from './api-suggestions.ts'
import { createBotPosts } from './bot-posts.ts'
import { createBroadcast } from './broadcast.ts'
import type { Channel } from './channel.ts'
import { createDelivery } from './delivery.ts'
import { pageRoutes } from './page.ts'
import { localPeople } from './people.ts'
import { createPostIds } from './post-ids.ts'
import { createPrivateReplies } from './private-replies.ts'

export type LocalChatOptions = {
  readonly posts: LocalPosts
  readonly clock: Clock
  readonly log: Log
  readonly people?: readonly Person[]
  /** What the server listens on; its name is accepted in the Host header. Default 127.0.0.1. */
  readonly host?: string
  /** Bytes of all files of one post; default 100 MB. What the bot reads is limited by the application. */
  readonly uploadLimit?: number
  /** How far back posts are told again at start; default a week. */
  readonly catchUp?: Temporal.Duration
  /** Milliseconds until a post that could not be handed over is told again; default 5,000. */
  readonly retryAfter?: number
}

export type LocalChat = Chat & {
  /** Page, API and downloads, for the HTTP server. */
  readonly routes: readonly Route[]
}

/** A channel over `posts`; its routes answer 503 `starting` to posts until it is started. */
export function createLocalChat(options: LocalChatOptions): LocalChat {
  const channel = createChannel(options)
  const { posts, people, ids, broadcast, delivery } = channel
  const routes = [
    ...pageRoutes(),
    ...postRoutes(channel),
    ...changeRoutes(channel),
    ...actionRoutes(channel),
    ...suggestionRoutes(channel),
    ...fileRoutes(channel),
    broadcast.route,
  ]
  return {
    name: 'local',
    routes: sameOriginOnly(routes, options.host ?? '127.0.0.1'),
    ...createBotPosts(channel),
    async start(events) {
      const newest = (await posts.list({})).at(-1)
      if (newest) ids.after(newest.id)
      await delivery.start(events)
      return () => {
        delivery.stop()
        broadcast.close()
        return Promise.resolve()
      }
    },
    async download({ id, size }, limit) {
      if (size > limit) throw tooLarge(limit)
      const file = await posts.file(id)
      if (!file?.bytes) throw new OutsideError('file-gone', 'The file is not there any more')
      if (file.size > limit) throw tooLarge(limit)
      return file.bytes
    },
    person(id) {
      const person = people.find((known) => known.id === id)
      return person ? Promise.resolve(person) : Promise.reject(new OutsideError('person-unknown', 'No such person'))
    },
  }
}

function createChannel({ posts, clock, log, ...options }: LocalChatOptions): Channel {
  const ids = createPostIds(clock)
  const people = options.people ?? localPeople
  const catchUp = options.catchUp ?? Temporal.Duration.from({ hours: 7 * 24 })
  return {
    posts,
    clock,
    people,
    ids,
    broadcast: createBroadcast(),
    delivery: createDelivery({ posts, clock, log, catchUp, retryAfter: options.retryAfter ?? 5_000 }),
    locks: createLocks(),
    privateReplies: createPrivateReplies({ clock, ids, people }),
    uploadLimit: options.uploadLimit ?? 100 * 1024 * 1024,
  }
}

function tooLarge(limit: number): OutsideError {
  return new OutsideError('file-too-large', `The file has more than ${limit} bytes`)
}
