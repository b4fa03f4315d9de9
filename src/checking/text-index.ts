// Which of many texts was met before: a Map of 100,000 strings costs more than all the rules on them (docs/performance.md).

export interface TextIndex {
  /** The number under which a text was added first that is the same but for the case of ASCII letters, or -1. */
  find(text: string): number
  /** Adds a text that was not found. */
  add(text: string, number: number): void
}

/**
 * `textAt` gives the text of a number again: only hashes are kept, so it is asked for nearly nothing but real doubles.
 * `expected`: how many texts there may be. `seed` should not be guessable by whoever wrote the texts, or they could all
 * be given one hash.
 */
export function makeTextIndex(textAt: (number: number) => string, expected: number, seed: number): TextIndex {
  let mask = sizeFor(expected) - 1
  // A hash and, beside it, the number plus one: what is looked at together is fetched together.
  let places = new Int32Array(2 * (mask + 1))
  let count = 0
  // What is added was looked for just before.
  let last = ''
  let lastHash = hashOf(last, seed)
  const put = (hash: number, mark: number): void => {
    let at = hash & mask
    while (places[2 * at + 1] !== 0) at = (at + 1) & mask
    places[2 * at] = hash
    places[2 * at + 1] = mark
  }
  const grow = (): void => {
    const old = places
    mask = 2 * mask + 1
    places = new Int32Array(2 * (mask + 1))
    for (let i = 0; i < old.length; i += 2) if (old[i + 1] !== 0) put(old[i]!, old[i + 1]!)
  }
  return {
    find(text) {
      const hash = hashOf(text, seed)
      last = text
      lastHash = hash
      for (let at = hash & mask; places[2 * at + 1] !== 0; at = (at + 1) & mask) {
        const number = places[2 * at + 1]! - 1
        if (places[2 * at] === hash && isSame(textAt(number), text)) return number
      }
      return -1
    },
    add(text, number) {
      if (++count * 2 > mask) grow()
      put(text === last ? lastHash : hashOf(text, seed), number + 1)
    },
  }
}

/** A power of two, twice as large as the texts that may come, within reason. */
const sizeFor = (expected: number): number => 2 ** Math.ceil(Math.log2(Math.min(Math.max(2 * expected, 1024), 2 ** 21)))

const isSame = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase()

/** FNV-1a over UTF-16 code units in lower case, mixed once more so that the low bits depend on all of it. */
function hashOf(text: string, seed: number): number {
  let hash = seed ^ 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit >= 65 && unit <= 90 ? unit + 32 : unit), 0x01000193)
  }
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 12)
}
