// What people see in a channel, as a person would tell it.
import { plainText } from './plain-text.ts'
import type { Json, Post, State, Whisper } from './state.ts'

export type SeenFile = { readonly id: string; readonly name: string; readonly text: string }

export type Seen = {
  readonly channel: string
  readonly ts: string
  readonly thread: string | null
  readonly author: string
  /** Without marks of formatting; code as it stands. */
  readonly text: string
  readonly files: readonly SeenFile[]
  /** Of its buttons, in order. */
  readonly actionIds: readonly string[]
  readonly reactions: readonly string[]
  readonly metadata: Json | null
  readonly blocks: readonly Json[]
}

/** All posts of a channel and its threads, oldest first. */
export function seenIn(state: State, channel: string): readonly Seen[] {
  return (state.channels.get(channel)?.posts ?? []).map((post) => seen(state, post))
}

function seen({ files }: State, post: Post): Seen {
  const { channel, ts, thread, author, metadata, blocks, reactions } = post
  const shown = post.files.map((id) => files.get(id)!).filter(({ state }) => state !== 'deleted')
  return {
    channel,
    ts,
    thread,
    author,
    text: plainText(post),
    files: shown.map(({ id, name, bytes }) => ({ id, name, text: Buffer.from(bytes ?? []).toString() })),
    actionIds: elementsOf(blocks).map(({ action_id: id }) => String(id)),
    reactions: [...reactions.keys()],
    metadata,
    blocks,
  }
}

/** What only this person sees, oldest first. */
export function whispersTo({ whispers }: State, person: string): readonly (Whisper & { readonly shown: string })[] {
  return whispers
    .filter((whisper) => whisper.person === person)
    .map((whisper) => ({ ...whisper, shown: plainText(whisper) }))
}

/** Everything in the blocks that can be pressed or chosen. */
export function elementsOf(blocks: readonly Json[]): readonly (Json & { readonly block_id?: string })[] {
  return blocks.flatMap((block, i) => {
    const { elements, accessory, element } = block
    const listed = [...((elements ?? []) as readonly Json[]), ...([accessory, element].filter(Boolean) as Json[])]
    const block_id = typeof block.block_id === 'string' ? block.block_id : `block${i}`
    return listed.filter(({ action_id: id }) => id !== undefined).map((found) => ({ ...found, block_id }))
  })
}
