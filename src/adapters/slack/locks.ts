// Two calls about the same post must not both look before one has acted.

export type Locks = { run<T>(name: string, work: () => Promise<T>): Promise<T> }

/** Runs work of one name one after the other. */
export function createLocks(): Locks {
  const last = new Map<string, Promise<unknown>>()
  return {
    async run(name, work) {
      const mine = (last.get(name) ?? Promise.resolve()).then(work, work)
      last.set(name, mine)
      try {
        return await mine
      } finally {
        if (last.get(name) === mine) last.delete(name)
      }
    },
  }
}
