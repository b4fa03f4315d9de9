// Eight-bit encodings carry no proof: the one in which the letters make sense where they stand is taken.
import { isLetter, letterCost } from './letter-cost.ts'
import { symbolCost } from './symbol-cost.ts'
import type { Encoding } from './table.ts'

/** The most usual first: it is taken when two are equally plausible. */
const candidates = ['windows-1252', 'iso-8859-15', 'macintosh'] as const
const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)
const characters = candidates.map((encoding) => new TextDecoder(encoding).decode(everyByte))

/** Few programs still write MacRoman; it must explain the bytes clearly better. */
const macintoshPenalty = 1
const justAsPlausible = 0.25
const enoughPlaces = 5000
const lineEnd = 10

/**
 * Returns the encoding of bytes that are not UTF-8, then those in which every character is just as plausible where it
 * stands. Only the distinct non-ASCII bytes and their neighbours are weighed.
 */
export function chooseLegacyEncoding(bytes: Uint8Array): readonly [Encoding, ...Encoding[]] {
  const places = distinctPlaces(bytes)
  const costs = characters.map((table) => places.map((place) => costAt(bytes, place, table)))
  const totals = costs.map((each, index) => sum(each) + (candidates[index] === 'macintosh' ? macintoshPenalty : 0))
  const best = totals.indexOf(Math.min(...totals))
  const others = candidates.filter((_, index) => {
    const differs = places.some((place) => characters[index]![bytes[place]!] !== characters[best]![bytes[place]!])
    return differs && isAsPlausible(costs[index]!, costs[best]!)
  })
  return [candidates[best]!, ...others]
}

/**
 * Whether bytes that pass for UTF-8 are MacRoman all the same: its `l’é` is a Latin l and an Armenian letter. Only where
 * nothing else is not ASCII.
 */
export function isMacintoshElision(bytes: Uint8Array): boolean {
  if (!bytes.includes(0xd5)) return false
  const text = new TextDecoder().decode(bytes)
  return /[a-z][\u0540-\u055f][a-z]/i.test(text) && !/[^\x00-\x7f\u0540-\u055f]/.test(text)
}

/** Returns one index of a non-ASCII byte for each distinct pair of bytes before it and after it. */
function distinctPlaces(bytes: Uint8Array): number[] {
  const seen = new Set<number>()
  const places: number[] = []
  for (let index = 0; index < bytes.length && places.length < enoughPlaces; index++) {
    if (bytes[index]! < 0x80) continue
    const length = lengthInUtf8(bytes, index)
    if (length > 0) index += length - 1
    else if (seen.size < seen.add(keyOf(bytes, index)).size) places.push(index)
  }
  return places
}

/** The five bytes around `index` as one number. */
function keyOf(bytes: Uint8Array, index: number): number {
  const before = (bytes[index - 2] ?? lineEnd) * 256 + (bytes[index - 1] ?? lineEnd)
  const after = (bytes[index + 1] ?? lineEnd) * 256 + (bytes[index + 2] ?? lineEnd)
  return (before * 256 + bytes[index]!) * 65536 + after
}

/**
 * In a file glued from two, some letters are UTF-8 already: they say nothing of the others. Only the sequences of French
 * letters and punctuation count, which make no sense in the other encodings.
 */
function lengthInUtf8(bytes: Uint8Array, index: number): number {
  const first = bytes[index]
  const second = bytes[index + 1] ?? 0
  if (second < 0x80 || second > 0xbf) return 0
  if (first === 0xc2 || first === 0xc3 || first === 0xc5) return 2
  return first === 0xe2 && (bytes[index + 2]! & 0xc0) === 0x80 ? 3 : 0
}

function costAt(bytes: Uint8Array, index: number, table: string): number {
  const at = (place: number) => table[bytes[place] ?? lineEnd]!
  const place = { before2: at(index - 2), before: at(index - 1), character: at(index) }
  const cost = isLetter(place.character) ? letterCost : symbolCost
  return cost({ ...place, after: at(index + 1), after2: at(index + 2) })
}

function isAsPlausible(costs: readonly number[], best: readonly number[]): boolean {
  return costs.every((cost, index) => cost <= best[index]! + justAsPlausible)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
