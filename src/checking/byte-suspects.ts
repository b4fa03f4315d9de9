// The suspicions of the rules, put to bytes: one look at each byte of a row tells which cells nobody could speak of.
import type { RowCursor } from '../table/row-cursor.ts'
import type { Language } from './automaton.ts'
import type { Suspect } from './rule.ts'
import { type Signs, signsOf } from './signs.ts'
import { isLanguage } from './suspects.ts'

/** False only for a cell that nothing makes suspect; true for an empty one. */
export type ByteSuspicion = (row: RowCursor, cell: number) => boolean

export type ByteSuspects = {
  /** What the cursor is to note of each byte. */
  readonly marks: Int32Array
  /** For each column. */
  readonly tests: readonly ByteSuspicion[]
}

export function byteSuspects(columns: readonly (readonly Suspect[])[]): ByteSuspects {
  const bits = { first: makeBits(), held: makeBits() }
  const tests = columns.map((suspects) => {
    const patterns = suspects.filter((it) => it instanceof RegExp)
    const languages = suspects.filter(isLanguage)
    const signs = patterns.filter(({ source }) => source !== '^$').map(signsOf)
    const any = { first: bits.first.bitFor(lone(signs, 'first')), held: bits.held.bitFor(lone(signs, 'held')) }
    const clues = signs.filter((it) => countOf(it) !== 1).map((it) => clueOf(it, bits))
    return testOf(bits.first.ofBytes, any, clues, languages)
  })
  return { marks: bits.held.ofBytes, tests }
}

/** Bits of the first byte of a cell, and of its bytes together. */
type Clue = { readonly first: number; readonly held: number }
type Bits = ReturnType<typeof makeBits>

const countOf = ({ first, held }: Signs): number => first.length + held.length

/** Signs each of which makes a cell suspect by itself: they share a bit. */
const lone = (signs: readonly Signs[], which: keyof Signs): readonly string[] =>
  signs.flatMap((it) => (countOf(it) === 1 ? it[which] : []))

/** Signs that must all be there; a pattern of which nothing could be read off has none, and makes every cell suspect. */
function clueOf(signs: Signs, bits: Readonly<Record<keyof Signs, Bits>>): Clue {
  const all = (which: keyof Signs) => signs[which].reduce((sum, atom) => sum | bits[which].bitFor([atom]), 0)
  return { first: all('first'), held: all('held') }
}

function testOf(firsts: Int32Array, any: Clue, clues: readonly Clue[], languages: readonly Language[]): ByteSuspicion {
  return (row, cell) => {
    const start = row.startOf(cell)
    if (start === row.ends[cell]) return true
    const first = firsts[row.bytes[start]!]!
    const held = row.marks[cell]!
    if ((first & any.first) !== 0 || (held & any.held) !== 0) return true
    for (const clue of clues) if ((first & clue.first) === clue.first && (held & clue.held) === clue.held) return true
    for (const language of languages) if (!language.acceptsAt(row.bytes, start, row.ends[cell]!)) return true
    return false
  }
}

/** The cursor keeps the lowest eight bits for itself, and the sign. */
const lowestBit = 0x100
const mostBits = 23

/** A bit for each list of atoms, set in the bytes with which a character that one of them matches may begin. */
function makeBits() {
  const ofBytes = new Int32Array(256)
  const known = new Map<string, number>()
  return {
    ofBytes,
    bitFor(atoms: readonly string[]): number {
      const key = atoms.join(' ')
      const before = atoms.length === 0 ? 0 : known.get(key)
      if (before !== undefined) return before
      if (known.size === mostBits) throw new Error('the rules know more signs of a suspect cell than there are bits')
      const bit = lowestBit << known.size
      known.set(key, bit)
      for (const atom of atoms) for (const byte of bytesOf(atom)) ofBytes[byte]! |= bit
      return bit
    },
  }
}

/** Atoms are those of the rules: the same few for every file. */
const bytesOfAtoms = new Map<string, readonly number[]>()

function bytesOf(atom: string): readonly number[] {
  const known = bytesOfAtoms.get(atom)
  if (known) return known
  const matcher = new RegExp(atom)
  const bytes = leads.flatMap((led, byte) => (led === null || matcher.test(led) ? [byte] : []))
  bytesOfAtoms.set(atom, bytes)
  return bytes
}

/** For each byte the characters that begin with it in UTF-8, null where they are too many: there, cells are always read. */
const leads: readonly (string | null)[] = Array.from({ length: 0xf5 }, (_, byte) => {
  if (byte < 0x80) return String.fromCharCode(byte)
  if (byte < 0xc2) return ''
  return byte < 0xe0 ? String.fromCharCode(...Array.from({ length: 64 }, (_, low) => ((byte & 0x1f) << 6) | low)) : null
})
