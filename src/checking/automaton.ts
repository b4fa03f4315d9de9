// A pattern as a table of states: it reads bytes where they stand, which a regular expression cannot.

/** A set of ASCII texts. */
export interface Language {
  accepts(text: string): boolean
  /** The same of the text that stands in UTF-8 from `start` up to, not including, `end`. */
  acceptsAt(bytes: Uint8Array, start: number, end: number): boolean
}

/**
 * `kinds`: sets of characters, as inside the brackets of a pattern. `states`: for each state the state after a character
 * of each kind, `-` where there is none; the first one is where a text starts. `most`: characters of the longest text.
 */
export function automaton(
  kinds: readonly string[],
  states: Readonly<Record<string, string>>,
  accepting: string,
  most: number,
): Language {
  const names = Object.keys(states)
  const numberOf = (name: string): number => names.indexOf(name) + 1
  const sets = kinds.map((set) => new RegExp(`^[${set}]$`))
  const kindOf = new Uint8Array(256)
  for (let byte = 0; byte < 0x80; byte++)
    kindOf[byte] = sets.findIndex((set) => set.test(String.fromCharCode(byte))) + 1
  const next = new Uint8Array((names.length + 1) * width)
  for (const [name, row] of Object.entries(states))
    for (const [kind, after] of row.split(/ +/).entries()) next[numberOf(name) * width + kind + 1] = numberOf(after)
  const last = numberOf(accepting)
  const acceptsAt = (bytes: Uint8Array, start: number, end: number): boolean => {
    if (end - start > most) return false
    let state = 1
    for (let at = start; at < end; at++) state = next[state * width + kindOf[bytes[at]!]!]!
    return state === last
  }
  return {
    acceptsAt,
    accepts: (text) => text.length <= most && acceptsAt(Buffer.from(text), 0, Buffer.byteLength(text)),
  }
}

/** Of a row of the table: more than there are kinds. State 0 and kind 0 lead nowhere. */
const width = 16
