// Waiting that a signal cuts short.
import { setTimeout } from 'node:timers/promises'
import type { Pause } from './options.ts'

export const pause: Pause = async (milliseconds, signal) => {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined)
}
