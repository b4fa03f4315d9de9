// Events in their order, one at a time, each until the application has it. Whoever cannot be sure of having all of them
// is behind: what was missed is fetched first, and what comes meanwhile waits.
import type { Log } from '../../ports/log.ts'
import { delivery } from './delivery.ts'
import type { MattermostPost } from './shapes.ts'

export type Told = { readonly what: 'posted' | 'edited' | 'deleted'; readonly post: MattermostPost }

export type Tell = (told: Told) => Promise<void>

export type Feed = {
  push(told: Told): void
  /** Fetches what was missed; settles after the first attempt, of as many as it takes. */
  fallBehind(): Promise<void>
  /** Settles once what is under way is done. */
  settled(): Promise<void>
  /** Tells nothing more; settles once nothing is being told. */
  stop(): Promise<void>
}

export type FeedOptions = {
  readonly tell: Tell
  /** Fetches what was missed, and tells it. */
  readonly catchUp: (tell: Tell) => Promise<void>
  readonly log: Log
  /** Milliseconds until what failed is tried again; twice as many each time, up to sixteen times as many. */
  readonly again: number
}

/** Events that wait during a catch-up; beyond that they are fetched with the rest. */
const mostWaiting = 2_000

export function createFeed({ tell, catchUp, log, again }: FeedOptions): Feed {
  /** `pausing`: something failed, and everything from there on will be fetched. */
  let mode: 'live' | 'fetching' | 'pausing' | 'stopped' = 'live'
  let waiting: Told[] = []
  let askedAgain = false
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let work: Promise<void> = Promise.resolve()
  const deliver = delivery(tell, log)

  /** One after the other: fetching waits for what is being told, and the other way round. */
  function next(step: () => Promise<void>): Promise<void> {
    work = work.then(step)
    return work
  }

  async function drain(): Promise<void> {
    for (let told = waiting[0]; told && mode === 'live'; told = waiting[0]) {
      try {
        await deliver(told)
        waiting.shift()
      } catch {
        pause()
      }
    }
  }

  async function fetchMissed(): Promise<void> {
    if (isStopped()) return
    mode = 'fetching'
    askedAgain = false
    try {
      await catchUp(deliver)
      if (isStopped()) return
      mode = 'live'
      failures = 0
      if (isAskedAgain()) void fallBehind()
      else await drain()
    } catch (error) {
      log.warn({ error }, 'mattermost: what was missed could not be fetched, it is tried again')
      pause()
    }
  }

  function pause(): void {
    if (isStopped()) return
    mode = 'pausing'
    waiting = []
    clearTimeout(timer)
    timer = setTimeout(() => void fallBehind(), again * 2 ** Math.min(failures++, 4))
  }

  function fallBehind(): Promise<void> {
    clearTimeout(timer)
    if (mode === 'fetching') {
      askedAgain = true
      return work
    }
    // From now on: what comes next waits, even when something is still being told.
    if (!isStopped()) mode = 'fetching'
    return next(fetchMissed)
  }

  const isStopped = (): boolean => mode === 'stopped'
  const isAskedAgain = (): boolean => askedAgain

  return {
    push(told) {
      if (mode === 'stopped' || mode === 'pausing') return
      waiting.push(told)
      if (waiting.length > mostWaiting) pause()
      else if (mode === 'live') void next(drain)
    },
    fallBehind,
    settled: () => work,
    async stop() {
      mode = 'stopped'
      clearTimeout(timer)
      await work
    },
  }
}
