// How far each channel was heard. The mark of a channel stands still while something before it is not yet stored, and
// never goes back: old posts are edited, or pointed at.
import type { SlackOptions } from './options.ts'
import { compareStamps } from './reading.ts'

export type Watermarks = {
  /** Null when nothing was ever heard there. */
  of(channel: string): Promise<string | null>
  /** That post is stored. */
  passed(channel: string, post: string): Promise<void>
  /**
   * From now on the mark stands still; with `everywhere` those of all channels, each until it was held and released since.
   * What it gives back releases it again, unless it was held anew meanwhile.
   */
  hold(channel: string): () => Promise<void>
}

/** Name of the mark of all channels together: a conversation that began since then is read from there. */
export const everywhere = '*'

export function createWatermarks(store: Pick<SlackOptions, 'watermark' | 'setWatermark'>): Watermarks {
  const reached = new Map<string, string>()
  const written = new Map<string, string>()
  const held = new Map<string, symbol>()
  /** Released since all were held. */
  const released = new Set<string>()

  async function passed(channel: string, post: string): Promise<void> {
    for (const name of [channel, everywhere]) {
      await recall(name)
      if (isAfter(post, reached.get(name))) reached.set(name, post)
    }
    await write(channel)
    await write(everywhere)
  }

  /** What an earlier process reached. */
  async function recall(channel: string): Promise<void> {
    const stamp = reached.has(channel) ? null : await store.watermark(channel)
    if (stamp === null || reached.has(channel)) return
    reached.set(channel, stamp)
    written.set(channel, stamp)
  }

  async function write(channel: string): Promise<void> {
    const stamp = reached.get(channel)
    if (stamp === undefined || isStill(channel) || !isAfter(stamp, written.get(channel))) return
    written.set(channel, stamp)
    await store.setWatermark(channel, stamp)
  }

  function isStill(channel: string): boolean {
    if (channel === everywhere) return held.size > 0
    return held.has(channel) || (held.has(everywhere) && !released.has(channel))
  }

  async function release(channel: string): Promise<void> {
    held.delete(channel)
    released.add(channel)
    if (channel === everywhere) for (const name of reached.keys()) await write(name)
    await write(channel)
    await write(everywhere)
  }

  return {
    of: (channel) => store.watermark(channel),
    passed,
    hold(channel) {
      const mine = Symbol(channel)
      held.set(channel, mine)
      if (channel === everywhere) {
        released.clear()
        // A channel that is being read was perhaps read before what was missed.
        for (const name of held.keys()) if (name !== everywhere) held.set(name, Symbol(name))
      }
      return async () => {
        if (held.get(channel) === mine) await release(channel)
      }
    },
  }
}

const isAfter = (stamp: string, other: string | undefined) => other === undefined || compareStamps(stamp, other) > 0
