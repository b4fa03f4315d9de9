import { expect } from 'vitest'
import type { ChatEvents } from '../../../src/ports/chat.ts'
import { type ChatWorld, chatContract, type SeenPost } from '../../contracts/chat.ts'
import type { Seen } from '../../fakes/mattermost/acts/seeing.ts'
import { textIn } from '../../fakes/mattermost/json.ts'
import { actionsOf } from '../../fakes/mattermost/rules/attachments.ts'
import { patchPost } from '../../fakes/mattermost/rules/editing.ts'
import { eventually, makeWorld } from './mattermost-world.ts'

chatContract('Mattermost', makeChatWorld)

/** People act in the town; an act settles once the started chat, if any, has told of it. */
async function makeChatWorld(): Promise<ChatWorld> {
  const world = await makeWorld()
  const { town, server } = world
  const told: string[] = []
  let listening = false

  /** The chat of now, whose events are counted on their way. */
  const counted = () => {
    const chat = world.chat()
    const start = async (events: ChatEvents) => {
      const stop = await chat.start({ ...events, ...counting(events, told) })
      listening = true
      return async () => {
        listening = false
        await stop()
      }
    }
    return { ...chat, start }
  }
  const toldOf = async (what: string, act: () => void): Promise<void> => {
    const before = told.filter((one) => one === what).length
    act()
    if (listening) await eventually(() => expect(told.filter((one) => one === what)).toHaveLength(before + 1))
  }

  return {
    chat: counted(),
    channel: town.channel,
    people: { french: town.people.marie, english: town.people.emma, staff: town.people.sofia },
    async say({ author, text, thread: root, files }) {
      const said = { author, channel: town.channel, text, ...(root && { root }), ...(files && { files }) }
      const { id } = town.post(said)
      if (listening) await eventually(() => expect(told).toContain(`posted ${id}`))
      return id
    },
    async edit(post, text, without = []) {
      const { author, files } = town.look(post)!
      const left = files.filter(({ name }) => !without.includes(name)).map(({ id }) => id)
      const person = town.state.people.get(author)!
      await toldOf(`posted ${post}`, () => void patchPost(town, person, post, { message: text, files: left }))
    },
    remove: (post) => toldOf(`deleted ${post}`, () => town.remove(town.look(post)!.author, post)),
    press: async ({ post }, button, person) => {
      await town.press(person, post, button)
    },
    choose: async ({ post }, choice, option, person) => {
      await town.choose(person, post, choice, option)
    },
    async command(person, text, thread) {
      const line = `/enrol-check ${text}`
      await town.command({ person, channel: town.channel, line, ...(thread !== null && { root: thread }) })
    },
    seen(where) {
      const channel = where ? town.direct(where.direct, town.bot.id) : town.channel
      return Promise.resolve(town.seen(channel).map((post) => see(post, channel)))
    },
    restart() {
      world.restart()
      return Promise.resolve(counted())
    },
    async close() {
      await server.delivered()
      await world.close()
    },
  }
}

function counting(events: ChatEvents, told: string[]): Pick<ChatEvents, 'posted' | 'deleted'> {
  return {
    async posted(posting) {
      await events.posted(posting)
      told.push(`posted ${posting.post}`)
    },
    async deleted(deletion) {
      await events.deleted(deletion)
      told.push(`deleted ${deletion.post}`)
    },
  }
}

function see({ id, text, files, buttons, props, reactions }: Seen, channel: string): SeenPost {
  const selects = actionsOf(props).filter(({ type }) => type === 'select')
  return {
    ref: { channel, post: id },
    text,
    files: files.map((file) => ({ name: file.name, text: file.text })),
    buttons,
    choices: selects.map((select) => ({ id: textIn(select.id), chosen: textIn(select.default_option) || null })),
    reactions,
  }
}
