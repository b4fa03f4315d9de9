// Work that is asked for by many and done by one: together, or later until it succeeds.

/** Whoever asks while it runs gets the same run. */
export function together<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | null = null
  return () => {
    running ??= work().finally(() => {
      running = null
    })
    return running
  }
}

/** Does the work some time after it was asked for, and again as long as it fails or is asked for anew. */
export function later(wait: () => Promise<void>, work: () => Promise<boolean>, stopping: AbortSignal): () => void {
  let isAsked = false
  let isRunning = false

  async function run(): Promise<void> {
    while (isAsked && !stopping.aborted) {
      isAsked = false
      await wait()
      if (!stopping.aborted && !(await work())) isAsked = true
    }
    isRunning = false
  }

  return () => {
    isAsked = true
    if (isRunning) return
    isRunning = true
    void run()
  }
}
