// Two calls about the same post must not both look before one has written.

export type Turns = { run<T>(name: string, work: () => Promise<T>): Promise<T> }

/** Runs work of one name after the other; other names are not held up. */
export function createTurns(): Turns {
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
