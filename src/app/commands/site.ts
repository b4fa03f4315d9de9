// The Moodle that the files of a channel, or the request of a thread, are for.
import { isOpen } from '../../batches/batch.ts'
import { fold } from '../../checking/fold.ts'
import type { Site } from '../../moodle/sites.ts'
import type { Message } from '../../replies/message.ts'
import { refusedReply } from '../../replies/press-replies.ts'
import { siteChosenReply, siteReply, unknownSiteReply } from '../../replies/site-replies.ts'
import { checkAgainLater } from '../check-again.ts'
import { mayManage } from '../permissions.ts'
import { siteFor } from '../sites.ts'
import { type Asked, batchAsked } from './asked.ts'

/** Tells or changes it; the request of the thread is then checked again for that site. Throws OutsideError. */
export async function site(asked: Asked): Promise<Message> {
  const { outside, command, language, rest } = asked
  const { sites } = outside
  if (rest === '') return siteReply(await siteFor(outside, { ...command, form: null }), sites, language)
  const chosen = siteCalled(sites, rest)
  if (!chosen) return unknownSiteReply(rest, sites, language)
  const batch = command.thread === null && !command.about ? null : await batchAsked(asked)
  if (batch && isOpen(batch.state) && batch.site !== chosen.id) {
    if (!(await mayManage(outside, batch, command.person))) return refusedReply(language, 'requester')
    await checkAgainLater(outside, batch, { why: 'moved', author: command.person, site: chosen.id })
  }
  await outside.store.preferences.set(command.chat, command.channel, 'site', chosen.id)
  return siteChosenReply(chosen, language)
}

const siteCalled = (sites: readonly Site[], word: string): Site | undefined =>
  sites.find(({ id, name }) => id === word.toLowerCase() || fold(name) === fold(word))
