import { type ChatWorld, chatContract, type SeenPost } from '../contracts/chat.ts'
import { type FakePost, type FakeTown, fakeChat } from './chat.ts'

chatContract('the fake', () => {
  const town: FakeTown = { posts: [], bytes: new Map() }
  let current = fakeChat(town)
  const bytesOf = (text: string) => new TextEncoder().encode(text)
  const world: ChatWorld = {
    chat: current,
    channel: 'support',
    people: { french: 'marie', english: 'emma', staff: 'sofia' },
    async say({ files = [], ...said }) {
      return (await current.say({ ...said, files: files.map(({ name, text }) => ({ name, bytes: bytesOf(text) })) })).id
    },
    edit: (post, text, without) => current.edit(post, text, without),
    remove: (post) => current.remove(post),
    async press(post, button, person) {
      await current.press(post, button, person)
    },
    async choose(post, choice, option, person) {
      await current.press(post, choice, person, option)
    },
    async command(person, text, thread) {
      await current.command(person, text, thread)
    },
    seen: (where) =>
      Promise.resolve(town.posts.filter((post) => post.direct === (where?.direct ?? null)).map((post) => see(post))),
    restart() {
      current = fakeChat(town)
      return Promise.resolve(current)
    },
    close: () => Promise.resolve(),
  }
  return Promise.resolve(world)
})

function see({ id, text, message, mark }: FakePost): SeenPost {
  return {
    ref: { channel: 'support', post: id },
    text,
    files: (message?.files ?? []).map(({ name, bytes }) => ({ name, text: new TextDecoder().decode(bytes) })),
    buttons: (message?.buttons ?? []).map((button) => button.id),
    choices: (message?.choices ?? []).map(({ id, chosen }) => ({ id, chosen })),
    reactions: mark === null ? [] : [mark],
  }
}
