// Two calls about the same post must not both read it before one has written.

export type Locks = { run<T>(name: string, work: () => Promise<T>): Promise<T> }

/** Runs work of one name after the other; other names are not held up. */
export function createLocks(): Locks {
  const tails = new Map<string, Promise<unknown>>()
  return {
    async run(name, work) {
      const before = tails.get(name) ?? Promise.resolve()
      const mine = before.then(work, work)
      tails.set(name, mine)
      try {
        return await mine
      } finally {
        if (tails.get(name) === mine) tails.delete(name)
      }
    },
  }
}
