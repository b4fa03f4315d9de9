// Once a working day, what is going on in a channel is said in it, or handed to who asks.
import { z } from 'zod'
import { digestOf } from '../batches/digest.ts'
import { dayOf, digestFrom } from '../batches/digest-days.ts'
import type { Language } from '../moodle/language.ts'
import type { ChatName } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import { digestMessage } from '../replies/digest-message.ts'
import type { Message } from '../replies/message.ts'
import { readOutcome } from './outcome.ts'
import type { Outside } from './outside.ts'
import { pendingRequests } from './pending-requests.ts'
import { say } from './say.ts'
import { siteFor } from './sites.ts'

const orderOf = z.object({ chat: z.enum(['local', 'slack', 'mattermost']), channel: z.string(), date: z.string() })

type Channel = { readonly chat: ChatName; readonly channel: string }

/**
 * Posts the digest of that day; nothing when that day is over, when the bot left the channel, or when nothing is pending
 * and the team wants silence then. Throws OutsideError.
 */
export async function postDigest(outside: Outside, payload: unknown): Promise<void> {
  const { date, chat, channel } = orderOf.parse(payload)
  const site = await siteFor(outside, { chat, channel, form: null })
  if (dayOf(outside.clock.now(), site).toString() !== date) return
  const pending = await outside.store.batches.pending({ chat, channel })
  if (pending.every(({ state }) => state === 'received') && outside.emptyDigest === 'silence') return
  const message = await digestFor(outside, { chat, channel }, outside.language)
  try {
    await say(outside, chat, { channel, thread: null }, `digest ${channel} ${date}`, message)
  } catch (error) {
    // Of every working day, for ever.
    if (!(error instanceof OutsideError) || error.code !== 'channel-unknown') throw error
    outside.log.info({ chat, channel }, 'no digest: the bot is no longer in that channel')
  }
}

/** The digest of a channel as things stand. Throws OutsideError. */
export async function digestFor(outside: Outside, { chat, channel }: Channel, language: Language): Promise<Message> {
  const { store, clock } = outside
  const now = clock.now()
  const site = await siteFor(outside, { chat, channel, form: null })
  const from = digestFrom(now, site)
  const isHere = ({ batch }: { readonly batch: Channel }) => batch.chat === chat && batch.channel === channel
  const batches = await store.batches.pending({ chat, channel })
  const pending = await pendingRequests(outside, chat, batches, { named: true })
  const history = (await store.chronicle.since(from)).filter(isHere).map(({ entry }) => entry)
  const checked = (await store.chronicle.revisionsSince(from)).filter(isHere).map(({ batch, revision }) => ({
    batch: batch.id,
    at: revision.createdAt,
    codes: readOutcome(revision)?.codes ?? {},
  }))
  return digestMessage(digestOf({ pending, history, checked }, now, site), language)
}
