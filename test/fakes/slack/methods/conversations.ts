// conversations.* about channels themselves.
import { type Inside, type Method, textArg } from '../inside.ts'
import { channelJson } from '../json.ts'
import { findChannel, findJoined, openDirect, scopeWords } from '../lookup.ts'
import { SlackError } from '../slack-error.ts'
import type { ChannelKind, Json, State } from '../state.ts'

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.info': {
    scopes: readScopes,
    run: ({ state }, args) => ({ channel: channelJson(state, findChannel(state, args.channel)) }),
  },
  'conversations.members': {
    scopes: readScopes,
    run({ state }, args) {
      const { members } = findJoined(state, args.channel)
      return { members: [...members], response_metadata: { next_cursor: '' } }
    },
  },
  'conversations.open': {
    scopes: ['im:write'],
    run({ state }, args) {
      const people = textArg(args, 'users').split(',')
      if (people.length !== 1) throw new SlackError('invalid_arguments')
      if (!state.people.has(people[0]!)) throw new SlackError('user_not_found')
      return { channel: { id: openDirect(state, people[0]!).id } }
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    run({ state }, args) {
      const channel = findChannel(state, args.channel)
      if (channel.kind !== 'public') throw new SlackError('method_not_supported_for_channel_type')
      if (channel.archived) throw new SlackError('is_archived')
      channel.members.add(state.app.botPerson)
      return { channel: channelJson(state, channel) }
    },
  },
  'conversations.list': {
    scopes: (_, args) => typesOf(args).map((kind) => `${scopeWords[kind]}:read`),
    run: ({ state }, args) => ({ channels: listed(state, args, false), response_metadata: { next_cursor: '' } }),
  },
  'users.conversations': {
    scopes: (_, args) => typesOf(args).map((kind) => `${scopeWords[kind]}:read`),
    run: ({ state }, args) => ({ channels: listed(state, args, true), response_metadata: { next_cursor: '' } }),
  },
}

function readScopes({ state }: Inside, args: Json): readonly string[] {
  return [`${scopeWords[findChannel(state, args.channel).kind]}:read`]
}

const kinds: Readonly<Record<string, ChannelKind>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'direct',
}

function typesOf({ types = 'public_channel' }: Json): readonly ChannelKind[] {
  return String(types)
    .split(',')
    .map((type) => kinds[type.trim()] ?? 'public')
}

function listed(state: State, args: Json, joined: boolean): readonly Json[] {
  const { botPerson } = state.app
  const wanted = typesOf(args)
  const isSeen = (kind: ChannelKind, isMember: boolean) => (kind === 'public' && !joined) || isMember
  return [...state.channels.values()]
    .filter(({ kind, members }) => wanted.includes(kind) && isSeen(kind, members.has(botPerson)))
    .filter(({ archived }) => !archived || String(args.exclude_archived) !== 'true')
    .map((channel) => channelJson(state, channel))
}
