// Which of many texts was met before: a Map of 100,000 strings costs more than all the rules on them (docs/performance.md).

export interface TextIndex {
  /** The number under which an equal text was added first, or -1. */
  find(text: string): number
  add(text: string, number: number): void
}

/**
 * `textAt` gives the text of a number again: only hashes are kept, so it is asked for nearly nothing but real doubles.
 * `seed` should not be guessable by whoever wrote the texts, or they could all be given one hash.
 */
export function makeTextIndex(textAt: (number: number) => string, seed: number): TextIndex {
  let table = new Int32Array(2 * 4096)
  let count = 0
  const place = (hash: number, isWanted: (number: number) => boolean): number => {
    const mask = table.length / 2 - 1
    let at = hash & mask
    for (; table[2 * at] !== 0; at = (at + 1) & mask) {
      if (table[2 * at + 1] === hash && isWanted((table[2 * at] ?? 0) - 1)) break
    }
    return at
  }
  const put = (hash: number, number: number): void => {
    const at = place(hash, never)
    table[2 * at] = number + 1
    table[2 * at + 1] = hash
  }
  const grow = (): void => {
    const old = table
    table = new Int32Array(old.length * 4)
    for (let i = 0; i < old.length; i += 2) if (old[i] !== 0) put(old[i + 1] ?? 0, (old[i] ?? 0) - 1)
  }
  return {
    find: (text) => (table[2 * place(hashOf(text, seed), (number) => textAt(number) === text)] ?? 0) - 1,
    add(text, number) {
      if (++count * 4 > table.length) grow()
      put(hashOf(text, seed), number)
    },
  }
}

const never = (): boolean => false

/** FNV-1a over UTF-16 code units, mixed once more so that the low bits depend on all of it. */
function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 12)
}
