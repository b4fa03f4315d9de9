// Whom a text calls: what Mattermost notifies, so that a test can see that a cell of a file called nobody.
import { isList, isObject, type JsonObject, textIn } from '../json.ts'
import type { ChannelRecord, PersonRecord, PostRecord } from '../records.ts'
import type { World } from '../world.ts'
import { attachmentsOf } from './attachments.ts'

/** Ids of the people notified by a post; in a direct channel everybody else is. */
export function mentionsOf(world: World, channel: ChannelRecord, post: PostRecord): readonly string[] {
  if (post.type === 'system_add_to_channel') return [textIn(post.props.addedUserId)]
  const others = [...channel.members].filter((id) => id !== post.user_id)
  if (channel.type === 'D' || channel.type === 'G') return others
  const called = calledIn(post)
  if (['all', 'channel', 'here'].some((name) => called.has(name))) return others
  return others.filter((id) => called.has(usernameOf(world.state.people.get(id))))
}

function calledIn({ message, props }: PostRecord): ReadonlySet<string> {
  const texts = [message, ...attachmentsOf(props).flatMap(textsOf)]
  return new Set(texts.flatMap((text) => namesIn(withoutCode(text))))
}

/** Titles call nobody; the rest of an attachment does. */
function textsOf({ pretext, text, fields }: JsonObject): readonly string[] {
  const values = isList(fields) ? fields.filter(isObject).map(({ value }) => textIn(value)) : []
  return [textIn(pretext), textIn(text), ...values]
}

/** Code spans end at a fence of the same length as the one that opened them. */
const withoutCode = (text: string): string => text.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, ' ')

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_])@([a-z0-9._-]+)/giu)].map(([, name]) =>
    name!.toLowerCase().replace(/[.-]+$/, ''),
  )

const usernameOf = (person: PersonRecord | undefined): string => person?.username ?? ''
