// What people write in the town; each act settles once the bot was told, or could not be.
import type { Delivery } from './deliveries.ts'
import { tellEvent } from './events.ts'
import type { Inside } from './inside.ts'
import { openDirect } from './lookup.ts'
import { addPost, changePost, removePost } from './posts.ts'
import type { Channel, FileState, Post, State, StoredFile } from './state.ts'
import { defaultChannel } from './townsfolk.ts'

export type NewFile = {
  readonly name: string
  readonly text?: string
  readonly bytes?: Uint8Array
  readonly type?: string
  readonly mode?: StoredFile['mode']
  readonly state?: FileState
}

export type Saying = {
  readonly author: string
  /** As typed. */
  readonly text?: string
  /** The support channel unless told otherwise; `direct` is the conversation with the bot. */
  readonly channel?: string
  readonly direct?: boolean
  readonly thread?: string | null
  /** A reply that is also sent to the channel. */
  readonly broadcast?: boolean
  readonly files?: readonly NewFile[]
}

export type Said = {
  readonly channel: string
  readonly ts: string
  /** Ids. */
  readonly files: readonly string[]
  /** Null when the bot is not told of such posts. */
  readonly delivery: Delivery | null
}

export type PostPlace = { readonly channel: string; readonly ts: string }

export async function say(inside: Inside, saying: Saying): Promise<Said> {
  const { state } = inside
  const { author, text = '', thread = null, broadcast = false } = saying
  const files = (saying.files ?? []).map((file) => keepFile(state, author, file))
  const { post, told } = addPost(inside, placeOf(state, saying), {
    author,
    text: typed(text),
    thread,
    broadcast,
    files,
  })
  return { channel: post.channel, ts: post.ts, files, delivery: await told }
}

export function edit(inside: Inside, place: PostPlace, text: string): Promise<Delivery | null> {
  const post = find(inside.state, place)
  return changePost(inside, post, () => {
    post.text = typed(text)
    post.edited = inside.state.newTs()
  })
}

export function remove(inside: Inside, place: PostPlace): Promise<Delivery | null> {
  return removePost(inside, find(inside.state, place))
}

/** Deletes a file: posts that show it keep a tombstone. */
export async function removeFile(inside: Inside, id: string): Promise<void> {
  const { state } = inside
  const showing = [...state.channels.values()].flatMap(({ posts }) => posts.filter(({ files }) => files.includes(id)))
  const gone = () => Object.assign(state.files.get(id)!, { state: 'deleted', bytes: null })
  await Promise.all(showing.map((post) => changePost(inside, post, gone)))
  await tellEvent(inside, { type: 'file_deleted', file_id: id })
}

export async function react(inside: Inside, place: PostPlace, person: string, name: string): Promise<void> {
  const post = find(inside.state, place)
  post.reactions.set(name, (post.reactions.get(name) ?? new Set()).add(person))
  const item = { type: 'message', channel: place.channel, ts: place.ts }
  await tellEvent(inside, { type: 'reaction_added', user: person, reaction: name, item, item_user: post.author })
}

export function keepFile(state: State, owner: string, file: NewFile): string {
  const {
    name,
    text = '',
    bytes = Buffer.from(text),
    type = typeOf(name),
    mode = 'hosted',
    state: shown = 'plain',
  } = file
  const id = state.newId('F')
  state.files.set(id, { id, name, title: name, type, mode, owner, bytes, complete: true, state: shown })
  return id
}

function typeOf(name: string): string {
  if (name.endsWith('.csv')) return 'text/csv'
  return name.endsWith('.txt') ? 'text/plain' : 'application/octet-stream'
}

function placeOf(state: State, { author, channel = defaultChannel, direct = false }: Saying): Channel {
  return direct ? openDirect(state, author) : state.channels.get(channel)!
}

/** Fails the test when there is no such post. */
export function find({ channels }: State, { channel, ts }: PostPlace): Post {
  const post = channels.get(channel)?.posts.find((known) => known.ts === ts)
  if (!post) throw new Error(`There is no post ${ts} in ${channel}`)
  return post
}

function typed(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
