// The Moodle that the files of a channel, or the request of a thread, are for.
import { isOpen } from '../../batches/batch.ts'
import { siteChosenReply, siteReply, unknownSiteReply } from '../../replies/choice-replies.ts'
import { siteCalled } from '../../replies/command-words.ts'
import type { Message } from '../../replies/message.ts'
import { moveTo } from '../acts.ts'
import { siteFor } from '../sites.ts'
import { type Asked, batchAsked } from './asked.ts'

/** Tells or changes it; in a thread the request is checked again for that site. Throws OutsideError. */
export async function site(asked: Asked): Promise<Message> {
  const { outside, command, language, rest } = asked
  const { sites, store } = outside
  if (rest === '') return siteReply(await siteFor(outside, { ...command, form: null }), sites, language)
  const chosen = siteCalled(rest, sites)
  if (!chosen) return unknownSiteReply(rest, sites, language)
  const batch = command.thread === null && !command.about ? null : await batchAsked(asked)
  if (batch && isOpen(batch.state) && batch.site !== chosen.id)
    return await moveTo({ outside, batch, person: command.person, language }, chosen)
  await store.preferences.set(command.chat, command.channel, 'site', chosen.id)
  return siteChosenReply(chosen, language)
}
