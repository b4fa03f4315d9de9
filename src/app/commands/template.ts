// A file to start from, with what the site asks of the people in it.
import { templateReply } from '../../replies/command-replies.ts'
import { siteCalled } from '../../replies/command-words.ts'
import type { Message } from '../../replies/message.ts'
import { siteFor } from '../sites.ts'
import type { Asked } from './asked.ts'

/** For the site that is named, else for that of the channel. Throws OutsideError. */
export async function template({ outside, command, language, rest }: Asked): Promise<Message> {
  const site = siteCalled(rest, outside.sites) ?? (await siteFor(outside, { ...command, form: null }))
  return templateReply(language, site)
}
