// How far each channel was heard. The mark of a channel stands still while something before it is not yet stored.
import type { SlackOptions } from './options.ts'
import { compareStamps } from './reading.ts'

export type Watermarks = {
  /** Null when nothing was ever heard there. */
  of(channel: string): Promise<string | null>
  /** That post is stored. */
  passed(channel: string, post: string): Promise<void>
  /** From now on the mark stands still. What it gives back releases it again, unless it was held anew meanwhile. */
  hold(channel: string): () => Promise<void>
}

/** Name of the mark of all channels together: a conversation that began since then is read from there. */
export const everywhere = '*'

export function createWatermarks(store: Pick<SlackOptions, 'watermark' | 'setWatermark'>): Watermarks {
  const reached = new Map<string, string>()
  const written = new Map<string, string>()
  const held = new Map<string, symbol>()

  async function passed(channel: string, post: string): Promise<void> {
    for (const name of [channel, everywhere]) if (isAfter(post, reached.get(name))) reached.set(name, post)
    await write(channel)
    await write(everywhere)
  }

  async function write(channel: string): Promise<void> {
    const stamp = reached.get(channel)
    const isStill = held.has(channel) || (channel === everywhere && held.size > 0)
    if (stamp === undefined || isStill || !isAfter(stamp, written.get(channel))) return
    written.set(channel, stamp)
    await store.setWatermark(channel, stamp)
  }

  return {
    of: (channel) => store.watermark(channel),
    passed,
    hold(channel) {
      const mine = Symbol(channel)
      held.set(channel, mine)
      return async () => {
        if (held.get(channel) !== mine) return
        held.delete(channel)
        await write(channel)
        await write(everywhere)
      }
    },
  }
}

const isAfter = (stamp: string, other: string | undefined) => other === undefined || compareStamps(stamp, other) > 0
