// Work that is asked for by many and done by one: together, or later until it succeeds.

export type Together<T> = {
  (): Promise<T>
  /** Settles when no run is under way. */
  now(): Promise<unknown>
}

/** Whoever asks while it runs gets the same run. */
export function together<T>(work: () => Promise<T>): Together<T> {
  let running: Promise<T> | null = null
  const run = () => {
    running ??= work().finally(() => {
      running = null
    })
    return running
  }
  return Object.assign(run, { now: async () => await running?.catch(() => undefined) })
}

/** Does the work some time after it was asked for, and again as long as it fails or is asked for anew. */
export function later(wait: () => Promise<void>, work: () => Promise<boolean>, stopping: AbortSignal): () => void {
  let isAsked = false
  let isRunning = false

  async function run(): Promise<void> {
    while (isAsked) {
      isAsked = false
      await wait()
      isAsked ||= await attempt()
    }
    isRunning = false
  }

  /** Whether to try again; not once it is stopped. */
  const attempt = async () => !stopping.aborted && !(await work())

  return () => {
    isAsked = true
    if (isRunning) return
    isRunning = true
    void run()
  }
}
