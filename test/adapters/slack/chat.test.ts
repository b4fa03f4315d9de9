// Slack held to the contract of all chats, over Socket Mode and over HTTP, with real Bolt. Files stand in a message of
// their own below the bot's post: a person takes both for one answer, and so does this world.
import type { Chat } from '../../../src/ports/chat.ts'
import { type ChatWorld, chatContract, type SeenPost } from '../../contracts/chat.ts'
import type { Seen } from '../../fakes/slack/seen.ts'
import type { Json } from '../../fakes/slack/state.ts'
import { defaultChannel, people } from '../../fakes/slack/townsfolk.ts'
import { freePort } from './free-port.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

chatContract('Slack over Socket Mode', async () => {
  const world = await slackWorld()
  return asChatWorld(world, () => Promise.resolve(world.process()))
})

chatContract('Slack over HTTP', async () => {
  const world = await slackWorld()
  return asChatWorld(world, async () => {
    const port = await freePort()
    world.town.useHttp(`http://127.0.0.1:${port}/slack/events`)
    return world.process({ appToken: undefined, signingSecret: world.town.app.signingSecret, port })
  })
})

async function asChatWorld(world: SlackWorld, start: () => Promise<Chat>): Promise<ChatWorld> {
  const { town } = world
  const channel = defaultChannel
  return {
    chat: await start(),
    channel,
    people,
    noCommandsInThreads: true,
    async say({ author, text, thread = null, files = [] }) {
      return (await town.people.post({ author, text, thread, files })).ts
    },
    async edit(ts, text, without = []) {
      const post = town.state.channels.get(channel)!.posts.find((known) => known.ts === ts)!
      post.files = post.files.filter((id) => !without.includes(town.state.files.get(id)!.name))
      await town.people.edit({ channel, ts }, text)
    },
    async remove(ts) {
      await town.people.remove({ channel, ts })
    },
    async press({ post: ts }, button, person) {
      const action = elementsOf(seen(ts)).find(({ value }) => value === button)!.action_id
      await town.people.press({ person, post: { channel, ts }, action: String(action) })
    },
    async choose({ post: ts }, choice, option, person) {
      await town.people.choose({ person, post: { channel, ts }, action: `choice:${choice}`, option })
    },
    async command(person, text) {
      await town.people.command({ person, text })
    },
    seen: (where) => Promise.resolve(asPeopleSee(where ? town.seenBy(where.direct) : town.seen(), town.app.botPerson)),
    restart: start,
    close: () => world.close(),
  }

  function seen(ts: string): Seen {
    return town.seen().find((post) => post.ts === ts)!
  }
}

function asPeopleSee(posts: readonly Seen[], bot: string): readonly SeenPost[] {
  const isOfFiles = ({ author, metadata, files }: Seen) => author === bot && metadata === null && files.length > 0
  const loose = posts.filter(isOfFiles).flatMap(({ files }) => files)
  return posts
    .filter((post) => !isOfFiles(post))
    .map((post) => ({
      ref: { channel: post.channel, post: post.ts },
      text: post.text,
      files: [...post.files, ...loose.filter(({ id }) => filesNamedBy(post).includes(id))].map(bare),
      buttons: elementsOf(post).map(({ value }) => String(value)),
      choices: choicesOf(post),
      reactions: post.reactions,
    }))
}

const bare = ({ name, text }: Seen['files'][number]) => ({ name, text })

/** Ids of the files that the metadata of a bot's post names. */
function filesNamedBy({ metadata }: Seen): readonly string[] {
  const payload = metadata?.event_payload as { readonly files?: readonly { readonly id: string }[] } | undefined
  return (payload?.files ?? []).map(({ id }) => id)
}

function elementsOf({ blocks }: Pick<Seen, 'blocks'>): readonly Json[] {
  return blocks.filter(({ type }) => type === 'actions').flatMap(({ elements }) => elements as readonly Json[])
}

function choicesOf({ blocks }: Seen): SeenPost['choices'] {
  return blocks
    .flatMap(({ accessory }) => (accessory ? [accessory as Json] : []))
    .map(({ action_id, initial_option: chosen }) => ({
      id: String(action_id).replace('choice:', ''),
      chosen: chosen ? String((chosen as Json).value) : null,
    }))
}
