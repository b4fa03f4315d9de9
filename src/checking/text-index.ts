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
  let hashes = new Int32Array(mask + 1)
  let numbers = new Int32Array(mask + 1)
  let count = 0
  // What is added was looked for just before.
  let last = ''
  let lastHash = hashOf(last, seed)
  const hashed = (text: string): number => {
    if (text === last) return lastHash
    last = text
    lastHash = hashOf(text, seed)
    return lastHash
  }
  const put = (hash: number, number: number): void => {
    let at = hash & mask
    while (numbers[at] !== 0) at = (at + 1) & mask
    hashes[at] = hash
    numbers[at] = number + 1
  }
  const grow = (): void => {
    const [oldHashes, oldNumbers] = [hashes, numbers]
    mask = 2 * mask + 1
    hashes = new Int32Array(mask + 1)
    numbers = new Int32Array(mask + 1)
    for (let i = 0; i < oldNumbers.length; i++) if (oldNumbers[i] !== 0) put(oldHashes[i]!, oldNumbers[i]! - 1)
  }
  return {
    find(text) {
      const hash = hashed(text)
      for (let at = hash & mask; numbers[at] !== 0; at = (at + 1) & mask) {
        if (hashes[at] === hash && isSame(textAt(numbers[at]! - 1), text)) return numbers[at]! - 1
      }
      return -1
    },
    add(text, number) {
      if (++count * 2 > mask) grow()
      put(hashed(text), number)
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
