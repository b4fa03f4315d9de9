// Waiting for something to be noted, without asking again and again.

import type { Line } from '../../fakes/log.ts'
import type { SlackWorld } from './slack-world.ts'

/** Settles once Slack took an answer for one person's eyes. */
export function nextWhisper({ town }: SlackWorld): Promise<unknown> {
  return next(town.state.whispers)
}

/** Settles once the bot called that method. */
export function nextCall({ town }: SlackWorld, method: string): Promise<unknown> {
  return next(town.calls, (call) => call.method === method)
}

/** Settles once something of that level was logged. */
export function nextLine({ log }: SlackWorld, level: Line['level']): Promise<unknown> {
  return next(log.lines as Line[], (line) => line.level === level)
}

/** Settles once something of that kind is put into the list. */
function next<T>(list: T[], isIt: (added: T) => boolean = () => true): Promise<unknown> {
  return new Promise((resolve) => {
    const { push } = list
    list.push = (...added) => {
      if (added.some(isIt)) resolve(undefined)
      return push.apply(list, added)
    }
  })
}
