// One recorded socket being replayed: what people do between its frames.
import { type JsonObject, textIn } from '../json.ts'
import type { Line } from './line.ts'
import type { Recording } from './read.ts'
import { channel, type Stage } from './stage.ts'

export const good = '<token of bot>'
export const wrong = 'a'.repeat(26)

export type Play = {
  readonly stage: Stage
  readonly line: Line
  /** Ids of the posts and files that appear in the recorded frames, in turn. */
  readonly ids: string[]
}

export type Script = (play: Play) => Promise<void>

/** Ids that the recorded frames make appear, each once. */
export function idsOfFrames({ frames = [] }: Recording): string[] {
  const posted = frames.flatMap(({ received }) => (received?.event === 'posted' ? [received.data as JsonObject] : []))
  const posts = posted.map(({ post }) => JSON.parse(textIn(post)) as { id: string; file_ids: string[] | null })
  return posts.flatMap(({ id, file_ids }) => [...(file_ids ?? []), id])
}

type Saying = Omit<Parameters<Stage['town']['post']>[0], 'channel'> & { readonly channel?: string }

/** Somebody posts, and the post gets the ids that it had then. Its id. */
export function say({ stage, ids }: Play, saying: Saying): string {
  stage.ids = ids.splice(0, (saying.files?.length ?? 0) + 1)
  return stage.town.post({ channel, ...saying }).id
}
