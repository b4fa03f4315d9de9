// Slack as a chat of the application: the parts of this folder, joined.
import type { Chat, ChatEvents } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { later, together } from './again.ts'
import { boltLog } from './bolt-log.ts'
import { createBotPosts } from './bot-posts.ts'
import { catchUp } from './catch-up.ts'
import { servedChannels } from './channels.ts'
import { createDelivery } from './delivery.ts'
import { downloadFrom } from './download.ts'
import { isFailure } from './failure.ts'
import { openHttp } from './http-receiver.ts'
import { identityIn } from './identity.ts'
import { LateApp } from './late-ack.ts'
import { listen } from './listeners.ts'
import { markPosts } from './marks.ts'
import type { SlackOptions } from './options.ts'
import { pause } from './pause.ts'
import { peopleOf } from './people.ts'
import { openSocket, type Standing } from './socket.ts'
import { createWatermarks, everywhere } from './watermarks.ts'
import { createWeb } from './web.ts'
import { within } from './within.ts'

/** Milliseconds before what could not be stored is looked for again. */
const secondTry = 60_000

/** Milliseconds that what is under way may take when it is stopped. */
const farewell = 3_000

export type SlackChat = Chat & {
  /** How Slack is reached, for whoever keeps the process running. */
  connection(): Standing
}

/**
 * Connects by Socket Mode when there is an app token, and otherwise awaits Slack's requests. `start` throws OutsideError
 * `auth-failed` for a wrong token; when Slack cannot be reached, it goes on trying.
 */
export function createSlackChat(given: SlackOptions): SlackChat {
  const options = { ...given, pause: given.pause ?? pause }
  const { log, clock, appToken } = options
  const web = createWeb(options)
  const identity = identityIn(web)
  const channels = servedChannels(web, options.channels)
  const person = peopleOf({ ...options, web })
  const staff = { group: options.staffGroup, people: options.staff }
  const posts = createBotPosts({ web, channels, identity, clock, staff })
  const parts = { web, channels, identity, person, staff, posts }
  const how = { log, threads: () => options.threads() }
  let standing = (): Standing => ({ connected: false, trouble: 'not-started', refused: 0 })

  async function start(events: ChatEvents): Promise<() => Promise<void>> {
    const connection = appToken === undefined ? openHttp(options) : openSocket({ ...options, appToken })
    standing = () => connection.standing()
    const stopping = new AbortController()
    const watermarks = createWatermarks(options)
    const read = together(() => catchUp({ ...parts, watermarks, delivery, ...how, stopping: stopping.signal }))
    const missed = later(() => options.pause(secondTry, stopping.signal), read, stopping.signal)
    const delivery = createDelivery({ ...parts, watermarks, events, missed })

    await checkToken()
    const app = new LateApp({ receiver: connection.receiver, authorize, ...quiet(options) })
    listen(app, { ...options, ...parts, delivery, events })
    await connection.start(async () => {
      // A reading under way may be past what the gap of this connection hid, and what comes now lies behind the gap.
      watermarks.hold(everywhere)
      await read.now()
      if (!(await read())) missed()
    })
    return async () => {
      stopping.abort()
      await connection.stop()
      await within(Promise.all([read.now(), delivery.idle()]), farewell)
    }
  }

  async function authorize() {
    const { person: botUserId, bot: botId } = await identity()
    return { botToken: options.botToken, botUserId, botId }
  }

  async function checkToken(): Promise<void> {
    await identity().catch((error: unknown) => {
      if (isFailure(error, 'auth-failed')) throw wrongToken(error)
      log.warn({ error }, 'slack: not reached yet')
    })
  }

  return {
    name: 'slack',
    connection: () => standing(),
    start,
    download: downloadFrom(web, options),
    post: (place, key, message) => posts.post(place, key, message),
    update: (post, message) => posts.update(post, message),
    mark: markPosts(web, identity),
    person,
  }
}

const wrongToken = (cause: OutsideError) =>
  new OutsideError(
    'auth-failed',
    `Slack refuses SLACK_BOT_TOKEN (${cause.message}). It is the “Bot User OAuth Token”, xoxb-…, of the page “OAuth & Permissions”.`,
    { cause },
  )

const quiet = ({ log }: Pick<SlackOptions, 'log'>) => ({ logger: boltLog(log), convoStore: false as const })
