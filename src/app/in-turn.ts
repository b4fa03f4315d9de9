// Files of one thread are answered in the order of posting, whichever is checked faster; other threads do not wait.

export type InTurn = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** Runs work of one name after the other. */
export function createTurns(): InTurn {
  const last = new Map<string, Promise<unknown>>()
  return async (name, work) => {
    const mine = (last.get(name) ?? Promise.resolve()).then(work, work)
    last.set(name, mine)
    try {
      return await mine
    } finally {
      if (last.get(name) === mine) last.delete(name)
    }
  }
}
