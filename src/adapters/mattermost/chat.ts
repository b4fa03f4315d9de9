// Mattermost as a chat: events come over a socket, posts go out over REST, clicks and commands come to our own server.
import type { Chat, ChatEvents } from '../../ports/chat.ts'
import type { Route } from '../http/route.ts'
import { actionRoute } from './action-route.ts'
import { createApi, read } from './api.ts'
import { createBotPosts } from './bot-posts.ts'
import { type CallbackOptions, paths } from './callback-options.ts'
import { createChannels } from './channels.ts'
import { commandRoute } from './command-route.ts'
import { createDirectChannels } from './direct-channels.ts'
import { download } from './downloads.ts'
import { formRoute } from './form-route.ts'
import { createFormStates } from './form-state.ts'
import { createLinks } from './links.ts'
import { createListening } from './listening.ts'
import { createMarks } from './marks.ts'
import type { MattermostOptions } from './options.ts'
import { createOwnPosts } from './own-posts.ts'
import { createPeople } from './people.ts'
import { idSchema } from './shapes.ts'
import { createSigner } from './signature.ts'
import { createStaff } from './staff.ts'
import { connectionOf, createStateKeeper, type MattermostState } from './state.ts'
import { standardTimings } from './timings.ts'

export type MattermostChat = Chat & {
  /** The command, clicks and forms, for the HTTP server. */
  readonly routes: readonly Route[]
  /** For health and metrics: whether it hears anything, and what was refused. */
  state(): MattermostState
  /** The same in short, as every chat shows it. */
  connection(): ReturnType<typeof connectionOf>
}

/** Connects when it is started. `start` throws OutsideError `auth-failed` for a token that is refused. */
export function createMattermostChat(options: MattermostOptions): MattermostChat {
  const { clock, log } = options
  const [url, callbackUrl] = [trimmed(options.url), options.callbackUrl && trimmed(options.callbackUrl)]
  const timings = { ...standardTimings, ...options.timings }
  const state = createStateKeeper(clock, log)
  const api = createApi({ url, token: options.token, timings, limited: () => state.count('rateLimited') })
  const me = once(async () => read(idSchema, await api.client.getMe()).id)
  const staff = createStaff({ api, clock, log, names: options.staff, group: options.staffGroup })
  const people = createPeople({ api, clock, staff })
  const ownPosts = createOwnPosts({ api, clock, me })
  const signer = createSigner(options.secret ?? options.token)
  const channels = createChannels({ api, state, me, names: options.channels })
  let events: ChatEvents | null = null

  const posts = createBotPosts({
    api,
    clock,
    me,
    people,
    ownPosts,
    signer,
    actionUrl: callbackUrl && callbackUrl + paths.action,
    directChannel: createDirectChannels(api, me),
    linkTo: createLinks(api, url),
  })
  const callbacks: CallbackOptions = {
    ...{ api, clock, log, me, people, ownPosts, signer, state, timings, callbackUrl },
    ...{ commandTokens: options.commandTokens, timezone: options.timezone },
    events: () => events,
    post: posts.post,
  }
  const formStates = createFormStates(signer)
  const listening = createListening({ ...options, url, api, state, timings, channels, me })

  return {
    name: 'mattermost',
    routes: [commandRoute(callbacks, formStates), actionRoute(callbacks), formRoute(callbacks, formStates)],
    state: () => state.now(),
    connection: () => connectionOf(state.now()),
    ...posts,
    ...createMarks({ api, me }),
    download: (file, limit) => download(api, file, limit),
    person: (id) => people.find(id),
    async start(listener) {
      events = listener
      const stop = await listening.start(listener)
      return async () => {
        events = null
        await stop()
      }
    },
  }
}

const trimmed = (address: string): string => address.trim().replace(/\/+$/, '')

/** Asks until it was answered, and then never again. */
function once(ask: () => Promise<string>): () => Promise<string> {
  let answer: Promise<string> | null = null
  return () => {
    answer ??= ask().catch((error: unknown) => {
      answer = null
      throw error
    })
    return answer
  }
}
