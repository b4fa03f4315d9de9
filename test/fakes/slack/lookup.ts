// Finds what a call names, or refuses with Slack's code for it.
import { SlackError } from './slack-error.ts'
import type { Channel, ChannelKind, Person, Post, State, StoredFile } from './state.ts'

/** A channel that exists for the bot: private ones and other people's conversations do not, unless it is in them. */
export function findChannel({ channels, app }: State, id: unknown): Channel {
  const channel = typeof id === 'string' ? channels.get(id) : undefined
  if (!channel || (channel.kind !== 'public' && !channel.members.has(app.botPerson)))
    throw new SlackError('channel_not_found')
  return channel
}

/** A channel that the bot is in. */
export function findJoined(state: State, id: unknown): Channel {
  const channel = findChannel(state, id)
  if (!channel.members.has(state.app.botPerson)) throw new SlackError('not_in_channel')
  return channel
}

/** A channel that the bot may post to. */
export function findWritable(state: State, id: unknown): Channel {
  const channel = findJoined(state, id)
  if (channel.archived) throw new SlackError('is_archived')
  return channel
}

export function findPost({ posts }: Channel, ts: unknown, code = 'message_not_found'): Post {
  const post = posts.find((known) => known.ts === ts)
  if (!post) throw new SlackError(code)
  return post
}

export function findPerson({ people }: State, id: unknown): Person {
  const person = typeof id === 'string' ? people.get(id) : undefined
  if (!person) throw new SlackError('user_not_found')
  return person
}

export function findFile({ files }: State, id: unknown): StoredFile {
  const file = typeof id === 'string' ? files.get(id) : undefined
  if (!file?.complete) throw new SlackError('file_not_found')
  if (file.state === 'deleted') throw new SlackError('file_deleted')
  return file
}

/** The conversation of the bot with a person, made when there is none. */
export function openDirect(state: State, person: string): Channel {
  const known = [...state.channels.values()].find(({ kind, members }) => kind === 'direct' && members.has(person))
  if (known) return known
  const id = state.newId('D')
  const members = new Set([person, state.app.botPerson])
  const channel: Channel = { id, name: id, kind: 'direct', members, archived: false, posts: [] }
  state.channels.set(id, channel)
  return channel
}

/** The part of a scope's or an event's name that stands for a kind of channel: `groups:history`, `message.groups`. */
export const scopeWords: Readonly<Record<ChannelKind, string>> = { public: 'channels', private: 'groups', direct: 'im' }
