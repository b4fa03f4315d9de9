// From the socket to the application: connection, feed and catch-up, joined.
import type { ChatEvents } from '../../ports/chat.ts'
import type { Api } from './api.ts'
import { createCatchUp } from './catch-up.ts'
import type { Channels } from './channels.ts'
import { createConnection } from './connection.ts'
import { createFeed } from './feed.ts'
import type { MattermostOptions } from './options.ts'
import type { StateKeeper } from './state.ts'
import { createSeen, createTelling, toldBy } from './telling.ts'
import type { Timings } from './timings.ts'

export type ListeningOptions = Omit<MattermostOptions, 'channels' | 'timings'> & {
  readonly api: Api
  readonly state: StateKeeper
  readonly timings: Timings
  readonly channels: Channels
  readonly me: () => Promise<string>
}

export type Listening = {
  /** Settles once what was missed was told, or could not be had for now. The returned function stops it. */
  start(events: ChatEvents): Promise<() => Promise<void>>
}

export function createListening(options: ListeningOptions): Listening {
  const { api, clock, log, state, timings, channels, me, threads } = options

  async function start(events: ChatEvents): Promise<() => Promise<void>> {
    const seen = createSeen(options.postings)
    const catchUp = createCatchUp({ api, clock, log, channels, seen, me, threads })
    const tell = createTelling({ api, channels, me, events, seen })
    const feed = createFeed({ tell, catchUp: (one) => catchUp.all(one), log, again: timings.again })
    const gap = () => void feed.fallBehind()
    const heard = (event: unknown) => hear(event, options, feed)
    const connection = createConnection({ url: options.url, token: options.token, api, state, timings, heard, gap })
    const looks = [
      setInterval(() => void sweep(() => catchUp.behindIn(), gap, options), timings.sweep),
      // A proxy that lets no socket through must not make the bot deaf.
      setInterval(() => {
        if (state.now().connection === 'reconnecting') gap()
      }, timings.check),
    ]
    const stop = async () => {
      for (const look of looks) clearInterval(look)
      connection.close()
      await feed.stop()
    }
    try {
      await connection.open()
      await (state.now().connection === 'connected' ? feed.settled() : feed.fallBehind())
    } catch (error) {
      await stop()
      throw error
    }
    return stop
  }

  return { start }
}

/** What the socket tells, when it is of use. */
function hear(event: unknown, { log, channels, me }: ListeningOptions, feed: ReturnType<typeof createFeed>): void {
  try {
    const told = toldBy(event as Parameters<typeof toldBy>[0])
    if (told) feed.push(told)
  } catch (error) {
    log.warn({ error }, 'mattermost: an event is not as expected, what it said is fetched')
    void feed.fallBehind()
  }
  void joinedOrLeft(event, channels, me, feed).catch((error: unknown) => {
    log.warn({ error }, 'mattermost: the channels of the bot could not be read')
  })
}

/** The bot came into a channel, or was taken out of it; other people come and go all day. */
async function joinedOrLeft(
  given: unknown,
  channels: Channels,
  me: () => Promise<string>,
  feed: ReturnType<typeof createFeed>,
): Promise<void> {
  const { event = '', data } = given as { readonly event?: string; readonly data?: { readonly user_id?: string } }
  if (!['user_added', 'user_removed', 'added_to_team'].includes(event)) return
  if (data?.user_id !== undefined && data.user_id !== (await me())) return
  if (event === 'user_added') await feed.fallBehind()
  else await channels.refresh()
}

/** A look whether the socket told everything: it may be deaf without any sign. */
async function sweep(behindIn: () => Promise<readonly string[]>, gap: () => void, options: ListeningOptions) {
  try {
    const behind = await behindIn()
    if (behind.length === 0) return
    options.log.info({ channels: behind.length }, 'mattermost: newer posts are there than were told, they are fetched')
    gap()
  } catch (error) {
    options.log.warn({ error }, 'mattermost: could not look for posts that were not told')
  }
}
