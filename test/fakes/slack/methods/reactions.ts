// reactions.*: marks on posts.
import { type Inside, type Method, textArg } from '../inside.ts'
import { findChannel, findPost } from '../lookup.ts'
import { SlackError } from '../slack-error.ts'
import type { Json, Post } from '../state.ts'

export const reactions: Readonly<Record<string, Method>> = {
  'reactions.add': {
    scopes: ['reactions:write'],
    run(inside, args) {
      const { post, name, bot } = read(inside, args)
      const people = post.reactions.get(name) ?? new Set()
      if (people.has(bot)) throw new SlackError('already_reacted')
      if (post.reactions.size >= 23 && people.size === 0) throw new SlackError('too_many_emoji')
      post.reactions.set(name, people.add(bot))
      return {}
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run(inside, args) {
      const { post, name, bot } = read(inside, args)
      const people = post.reactions.get(name)
      if (!people?.delete(bot)) throw new SlackError('no_reaction')
      if (people.size === 0) post.reactions.delete(name)
      return {}
    },
  },
  'reactions.get': {
    scopes: ['reactions:read'],
    run(inside, args) {
      const { post } = read(inside, { name: 'eyes', ...args })
      const listed = [...post.reactions].map(([name, who]) => ({ name, users: [...who], count: who.size }))
      return { type: 'message', channel: post.channel, message: { ts: post.ts, reactions: listed } }
    },
  },
}

/** Names are those of Slack's emoji: `white_check_mark`, without colons. */
function read({ state }: Inside, args: Json): { readonly post: Post; readonly name: string; readonly bot: string } {
  const name = textArg(args, 'name')
  if (!/^[a-z0-9_+'-]+$/.test(name)) throw new SlackError('invalid_name')
  const channel = findChannel(state, args.channel)
  if (!channel.members.has(state.app.botPerson)) throw new SlackError('not_in_channel')
  return { post: findPost(channel, args.timestamp), name, bot: state.app.botPerson }
}
