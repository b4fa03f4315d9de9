// Once a working day, what is going on in a channel is said in it, or handed to who asks.
import { z } from 'zod'
import { type Digest, digestOf, inStateSince } from '../batches/digest.ts'
import { digestFrom } from '../batches/digest-days.ts'
import type { Standing } from '../batches/standing.ts'
import type { Language } from '../moodle/language.ts'
import type { ChatName } from '../ports/chat.ts'
import type { Batch } from '../ports/store.ts'
import { digestMessage } from '../replies/digest-message.ts'
import type { Message } from '../replies/message.ts'
import { readOutcome, standingNow } from './outcome.ts'
import type { Outside } from './outside.ts'
import { namesOf } from './people.ts'
import { replyKey } from './request.ts'
import { say } from './say.ts'
import { siteFor, siteOf } from './sites.ts'

const orderOf = z.object({ chat: z.enum(['local', 'slack', 'mattermost']), channel: z.string(), date: z.string() })

export type Channel = { readonly chat: ChatName; readonly channel: string }

/** Posts the digest of that day; nothing when nothing is pending and the team wants silence then. Throws OutsideError. */
export async function postDigest(outside: Outside, payload: unknown): Promise<void> {
  const { date, ...place } = orderOf.parse(payload)
  const isEmpty = (await outside.store.batches.pending(place)).every(({ direct }) => direct)
  if (isEmpty && outside.emptyDigest === 'silence') return
  const where = { channel: place.channel, thread: null }
  const message = await digestFor(outside, place, outside.language)
  await say(outside, place.chat, where, `digest ${place.channel} ${date}`, message)
}

/** The digest of a channel as things stand. Throws OutsideError. */
export async function digestFor(outside: Outside, place: Channel, language: Language): Promise<Message> {
  const { store, clock } = outside
  const now = clock.now()
  const site = await siteFor(outside, { ...place, form: null })
  const from = digestFrom(now, site)
  const isHere = ({ chat, channel }: Channel) => chat === place.chat && channel === place.channel
  const pending = await pendingIn(outside, place)
  const happened = (await store.chronicle.since(from)).filter(({ batch }) => isHere(batch))
  const checked = (await store.chronicle.revisionsSince(from)).filter(({ batch }) => isHere(batch))
  const digest: Digest<PendingRequest> = digestOf(
    {
      pending,
      history: happened.map(({ entry }) => entry),
      checked: checked.map(({ batch, revision }) => ({
        batch: batch.id,
        at: revision.createdAt,
        codes: readOutcome(revision)?.codes ?? {},
      })),
    },
    now,
    site,
  )
  return digestMessage(digest, { language, site })
}

/** An open request as lists show it. */
export type PendingRequest = {
  readonly batch: Batch
  readonly since: Temporal.Instant
  readonly standing: Standing | null
  readonly siteName: string
  readonly requester: string | null
  readonly link: string | null
}

/** Open requests of a channel, direct messages left out, oldest first. Throws OutsideError. */
async function pendingIn(outside: Outside, place: Channel): Promise<readonly PendingRequest[]> {
  const batches = (await outside.store.batches.pending(place)).filter(({ direct }) => !direct)
  return await pendingRequests(outside, place.chat, batches)
}

/** These batches with what lists show of them. Throws OutsideError. */
export async function pendingRequests(
  outside: Outside,
  chat: ChatName,
  batches: readonly Batch[],
): Promise<readonly PendingRequest[]> {
  const names = await namesOf(
    outside,
    chat,
    batches.map(({ requester }) => requester),
  )
  const requests: PendingRequest[] = []
  for (const batch of batches) requests.push(await pendingRequest(outside, batch, names.get(batch.requester) ?? null))
  return requests
}

async function pendingRequest(outside: Outside, batch: Batch, requester: string | null): Promise<PendingRequest> {
  const { store } = outside
  const said = await store.outgoing.find(batch.chat, replyKey(batch.id))
  return {
    batch,
    requester,
    since: inStateSince(batch, await store.chronicle.of(batch.id)),
    standing: await standingNow(outside, batch),
    siteName: siteOf(outside, batch.site).name,
    link: said?.link ?? null,
  }
}
