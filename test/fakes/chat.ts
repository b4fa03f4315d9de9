// A chat in memory, held to the same contract as the real ones; people and the bot see the same list of posts.
import type { Attachment, Chat, ChatEvents, Mark, Person, Place, PostRef } from '../../src/ports/chat.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'
import type { Message, Span } from '../../src/replies/message.ts'

export type FakePost = {
  readonly id: string
  readonly thread: string | null
  readonly direct: string | null
  readonly author: string
  readonly key: string | null
  text: string
  message: Message | null
  attachments: readonly Attachment[]
  mark: Mark | null
  /** Every text it ever had. */
  readonly texts: string[]
}

/** What people did and see; survives the process. */
export type FakeTown = { readonly posts: FakePost[]; readonly bytes: Map<string, Uint8Array> }

export type NewFile = { readonly name: string; readonly bytes: Uint8Array; readonly type?: string }

export type FakeChat = Chat & {
  /** A person posts; settles once the listener, if any, has it. */
  say(post: { author?: string; text?: string; thread?: string | null; files?: readonly NewFile[] }): Promise<FakePost>
  edit(post: string, text: string, without?: readonly string[]): Promise<void>
  remove(post: string): Promise<void>
  press(post: PostRef, button: string, person: string, option?: string | null): Promise<Message | null>
  command(person: string, text: string, thread: string | null, about?: PostRef | null): Promise<Message>
  /** Puts one more file into a post, without telling anybody. */
  attach(post: string, file: NewFile): Promise<void>
  /** A post that is there. */
  read(post: string): FakePost
  /** What the bot said, oldest first. */
  said(): readonly FakePost[]
}

export const people: readonly Person[] = [
  { id: 'marie', name: 'Marie', language: 'fr', staff: false, timezone: null },
  { id: 'emma', name: 'Emma', language: 'en', staff: false, timezone: null },
  { id: 'sofia', name: 'Sofia', language: 'fr', staff: true, timezone: null },
]

const channel = 'support'

/** A process connected to that town. */
export function fakeChat(town: FakeTown = { posts: [], bytes: new Map() }): FakeChat {
  const { posts, bytes } = town
  let events: ChatEvents | null = null

  function add(post: Pick<FakePost, 'thread' | 'direct' | 'author' | 'key' | 'attachments' | 'text' | 'message'>) {
    const added: FakePost = { ...post, id: `p${posts.length + 1}`, mark: null, texts: [post.text] }
    posts.push(added)
    return added
  }

  function change(post: FakePost, message: Message): void {
    post.message = message
    post.text = textOf(message)
    post.texts.push(post.text)
  }

  function find(id: string): FakePost {
    const post = posts.find((known) => known.id === id)
    if (!post) throw new OutsideError('post-gone', 'No such post')
    return post
  }

  function keep({ name, type = '', bytes: content }: NewFile): Attachment {
    const id = `f${bytes.size + 1}`
    bytes.set(id, content)
    return { id, name, size: content.length, type }
  }

  const deliver = async ({ id, thread, direct, author, text, attachments }: FakePost) => {
    const posting = { chat: 'local', channel, thread, post: id, author, text, files: attachments } as const
    await events?.posted({ ...posting, direct: direct !== null, form: null })
  }

  return {
    name: 'local',
    async start(listener) {
      events = listener
      for (const post of posts) if (post.key === null && post.attachments.length > 0) await deliver(post)
      return () => {
        events = null
        return Promise.resolve()
      }
    },
    async download({ id }, limit) {
      await Promise.resolve()
      const found = bytes.get(id)
      if (!found) throw new OutsideError('file-gone', 'No such file')
      if (found.length > limit) throw new OutsideError('file-too-large', 'Too large')
      return found
    },
    async post(place: Place, key: string, message: Message) {
      await Promise.resolve()
      const mine = posts.find((post) => post.key === key)
      if (mine) change(mine, message)
      const where = 'direct' in place ? { thread: null, direct: place.direct } : { thread: place.thread, direct: null }
      if (where.thread !== null) find(where.thread)
      const blank = { author: 'bot', key, attachments: [], text: textOf(message), message }
      const { id } = mine ?? add({ ...where, ...blank })
      return { channel, post: id, link: `https://chat.example/${id}` }
    },
    async update({ post }, message) {
      await Promise.resolve()
      const mine = find(post)
      if (mine.key === null) throw new OutsideError('post-gone', 'No such post of the bot')
      change(mine, message)
    },
    async mark({ post }, mark) {
      await Promise.resolve()
      find(post).mark = mark
    },
    async person(id) {
      await Promise.resolve()
      const person = people.find((known) => known.id === id)
      if (!person) throw new OutsideError('person-unknown', 'Nobody is called so')
      return person
    },
    async say({ author = 'marie', text = '', thread = null, files = [] }) {
      const post = add({ thread, direct: null, author, key: null, attachments: files.map(keep), text, message: null })
      await deliver(post)
      return post
    },
    async edit(id, text, without = []) {
      const post = find(id)
      post.text = text
      post.attachments = post.attachments.filter(({ name }) => !without.includes(name))
      await deliver(post)
    },
    async remove(id) {
      posts.splice(posts.indexOf(find(id)), 1)
      await events?.deleted({ chat: 'local', channel, post: id })
    },
    press: ({ post }, button, person, option = null) =>
      events!.pressed({ chat: 'local', channel, post, button, option, person }),
    command: (person, text, thread, about = null) =>
      events!.commanded({ chat: 'local', channel, thread, person, text, about }),
    async attach(id, file) {
      const post = find(id)
      post.attachments = [...post.attachments, keep(file)]
      await Promise.resolve()
    },
    read: find,
    said: () => posts.filter((post) => post.key !== null),
  }
}

/** The words of a message, whatever their form. */
export function textOf({ paragraphs }: Message): string {
  const words = paragraphs.map(({ spans }) => spans.map(wordsOf).join(''))
  return words.join('\n')
}

function wordsOf(span: Span): string {
  if (typeof span === 'string') return span
  if (!('mention' in span)) return String(Object.values(span).at(-1))
  if (span.mention === 'staff') return '@team'
  const { person } = span.mention
  return `@${people.find(({ id }) => id === person)?.name ?? ''}`
}
