// The whole application in the Slack town, its jobs run by hand, on a store that may outlive it.
import type { SlackChat } from '../../../src/adapters/slack/chat.ts'
import type { OpenStore } from '../../../src/adapters/store/open.ts'
import { eventsFor } from '../../../src/app/events.ts'
import type { Outside } from '../../../src/app/outside.ts'
import { sites } from '../../../src/moodle/sites.ts'
import { inlineChecker } from '../../fakes/checker.ts'
import { noDirectory } from '../../fakes/directory.ts'
import type { SlackWorld } from './slack-world.ts'

export type SlackBot = { readonly chat: SlackChat; readonly outside: Outside; stop(): Promise<void> }

/** Started; what it knows of Slack is in the store, as in the real program. */
export async function startBotIn(world: SlackWorld, store: OpenStore, given: Partial<Outside> = {}): Promise<SlackBot> {
  const chat = world.process({
    threads: async () => (await store.batches.pending({ chat: 'slack' })).filter(({ direct }) => !direct),
    watermark: (channel) => store.postings.watermark('slack', channel),
    setWatermark: (channel, post) => store.postings.setWatermark('slack', channel, post),
  })
  const outside: Outside = {
    ...{ chats: [chat], connections: () => ({}), store, checker: inlineChecker, directory: noDirectory },
    ...{ clock: world.town.clock, log: world.log, sites, language: 'fr', emptyDigest: 'line' },
    ...{ retention: Temporal.Duration.from({ hours: 24 * 30 }), maxFileBytes: 100_000 },
    ...given,
  }
  const stop = await chat.start(eventsFor(outside))
  return { chat, outside, stop }
}
