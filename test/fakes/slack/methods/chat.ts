// chat.*: what the bot says, changes and takes back.
import type { Inside, Method } from '../inside.ts'
import { postJson } from '../json.ts'
import { findChannel, findPerson, findPost, findWritable, openDirect } from '../lookup.ts'
import { type Outgoing, readOutgoing } from '../outgoing.ts'
import { addPost, changePost, removePost } from '../posts.ts'
import { SlackError } from '../slack-error.ts'
import type { Channel, Json, Post, State } from '../state.ts'

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scopes: ['chat:write'],
    run(inside, args) {
      const { state } = inside
      const channel = placeOf(state, args.channel)
      const said = readOutgoing(inside, 'chat.postMessage', args)
      if (said.text === '' && said.blocks.length === 0) throw new SlackError('no_text')
      holdToOneASecond(state, channel)
      const thread = typeof args.thread_ts === 'string' ? args.thread_ts : null
      const { post } = addPost(inside, channel, { ...said, author: state.app.botPerson, thread })
      return { channel: channel.id, ts: post.ts, message: postJson(state, post) }
    },
  },
  'chat.update': {
    scopes: ['chat:write'],
    run(inside, args) {
      const { channel, post } = findOwn(inside.state, args, 'cant_update_message')
      const said = readOutgoing(inside, 'chat.update', args)
      if (said.text === '' && said.blocks.length === 0 && args.file_ids === undefined) throw new SlackError('no_text')
      void changePost(inside, post, () => Object.assign(post, changed(inside, post, said, args)))
      return { channel: channel.id, ts: post.ts, text: post.text, message: postJson(inside.state, post) }
    },
  },
  'chat.delete': {
    scopes: ['chat:write'],
    run(inside, args) {
      const { channel, post } = findOwn(inside.state, args, 'cant_delete_message')
      void removePost(inside, post)
      return { channel: channel.id, ts: post.ts }
    },
  },
  'chat.postEphemeral': {
    scopes: ['chat:write'],
    run(inside, args) {
      const { state } = inside
      const channel = findWritable(state, args.channel)
      const { id: person } = findPerson(state, args.user)
      if (!channel.members.has(person)) throw new SlackError('user_not_in_channel')
      const { text, blocks } = readOutgoing(inside, 'chat.postEphemeral', args)
      if (text === '' && blocks.length === 0) throw new SlackError('no_text')
      const thread = typeof args.thread_ts === 'string' ? args.thread_ts : null
      const ts = state.newTs()
      state.whispers.push({ person, channel: channel.id, ts, thread, text, blocks })
      return { message_ts: ts }
    },
  },
  'chat.getPermalink': {
    scopes: [],
    run({ state }, args) {
      const channel = findChannel(state, args.channel)
      const { ts } = findPost(channel, args.message_ts)
      const permalink = `https://${state.team.domain}.slack.com/archives/${channel.id}/p${ts.replace('.', '')}`
      return { channel: channel.id, permalink }
    },
  },
}

/** A channel, or a person to write to directly. */
function placeOf(state: State, id: unknown): Channel {
  if (typeof id !== 'string' || !state.people.has(id)) return findWritable(state, id)
  return openDirect(state, id)
}

function findOwn(state: State, args: Json, code: string): { readonly channel: Channel; readonly post: Post } {
  const channel = findChannel(state, args.channel)
  const post = findPost(channel, args.ts)
  if (!post.byBot) throw new SlackError(code)
  if (channel.archived) throw new SlackError('is_archived')
  return { channel, post }
}

/** Text without blocks takes the blocks away; what else is not named stays (docs.slack.dev, chat.update). */
function changed({ state }: Inside, post: Post, said: Outgoing, args: Json): Partial<Post> {
  const files = args.file_ids === undefined ? post.files : ownFiles(state, args.file_ids)
  return {
    text: args.text === undefined ? post.text : said.text,
    blocks: args.text === undefined && args.blocks === undefined ? post.blocks : said.blocks,
    metadata: args.metadata === undefined ? post.metadata : said.metadata,
    files,
    edited: said.blocks.length > 0 ? post.edited : state.newTs(),
  }
}

function ownFiles({ files, app }: State, ids: unknown): readonly string[] {
  const named = ids as readonly string[]
  for (const id of named) if (files.get(id)?.owner !== app.botPerson) throw new SlackError('file_not_found')
  return named
}

function holdToOneASecond(state: State, { posts }: Channel): void {
  const second = String(Math.floor(state.clock.now().epochMilliseconds / 1000))
  if (state.postingLimit && posts.some(({ byBot, ts }) => byBot && ts.startsWith(second)))
    throw new SlackError('ratelimited')
}
