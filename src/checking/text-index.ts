// Which of many texts was met before: a Map of 100,000 strings costs more than all the rules on them (docs/performance.md).
import { hashOf } from '../table/text-hash.ts'

export interface TextIndex {
  /** The number under which a text was added first that is the same but for the case of ASCII letters, or -1. */
  find(text: string): number
  /** False when no text of that hash was added. */
  mayHold(hash: number): boolean
  /** Adds a text that was not found, by its hash (`hashOf`). */
  add(hash: number, number: number): void
}

/**
 * `textAt` gives the text of a number again: only hashes are kept, so it is asked for nearly nothing but real doubles.
 * `expected`: how many texts there may be. `seed`: that of the hashes.
 */
export function makeTextIndex(textAt: (number: number) => string, expected: number, seed: number): TextIndex {
  let mask = sizeFor(expected) - 1
  // A hash and, beside it, the number plus one: what is looked at together is fetched together.
  let places = new Int32Array(2 * (mask + 1))
  let count = 0
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
      for (let at = hash & mask; places[2 * at + 1] !== 0; at = (at + 1) & mask) {
        const number = places[2 * at + 1]! - 1
        if (places[2 * at] === hash && isSame(textAt(number), text)) return number
      }
      return -1
    },
    mayHold(hash) {
      for (let at = hash & mask; places[2 * at + 1] !== 0; at = (at + 1) & mask)
        if (places[2 * at] === hash) return true
      return false
    },
    add(hash, number) {
      if (++count * 2 > mask) grow()
      put(hash, number + 1)
    },
  }
}

/** A power of two, twice as large as the texts that may come, within reason. */
const sizeFor = (expected: number): number => 2 ** Math.ceil(Math.log2(Math.min(Math.max(2 * expected, 1024), 2 ** 21)))

const isSame = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase()
