// A text as its bytes: of a long file only the head and what stands out is ever made into a string.

const [feed, carriage, del] = [0x0a, 0x0d, 0x7f]
/** Bytes of the tail that are looked at for the last visible sign before all of the text is. */
const tail = 4096

/** Well-formed UTF-8. */
export class Utf8Text {
  readonly bytes: Uint8Array
  readonly #buffer: Buffer
  #text: string | null = null
  #signs: Signs | null = null

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.#buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  }

  /** Kept once it was made. */
  get text(): string {
    this.#text ??= this.#buffer.toString()
    return this.#text
  }

  /** The first UTF-16 units of the text. */
  head(units: number): string {
    return this.#buffer.toString('utf8', 0, 3 * units + 3).slice(0, units)
  }

  /** The first non-empty lines, with all that is above them. */
  topLines(count: number): string {
    let at = 0
    for (let left = count; left > 0 && at < this.bytes.length; left--) at = this.#afterLine(at)
    return this.#buffer.toString('utf8', 0, at)
  }

  /** From that byte on. */
  has(sign: string, start = 0): boolean {
    return this.#buffer.includes(sign, start)
  }

  /** From that byte on, lines are ended by LF or CR. */
  hasLineEnds(start = 0): boolean {
    return this.has('\n', start) || this.has('\r', start)
  }

  /** Control characters, but for those that occur in sound tables: tab, LF, vertical tab, form feed, CR. */
  get controls(): number {
    return this.#noted.controls
  }

  /** Lines below the first, blank ones at the end left out. */
  get linesBelow(): number {
    const { feeds, returns } = this.#noted
    if (this.has('\n')) return feeds
    if (this.has('\r')) return returns
    const text = this.text.trimEnd()
    const end = ['\u2028', '\u2029', '\u0085'].find((each) => this.text.includes(each))
    return end === undefined ? 0 : text.split(end).length - 1
  }

  /** True when nothing is to be seen. */
  isBlank(): boolean {
    return !/\S/.test(this.head(tail)) && !/\S/.test(this.text)
  }

  get #noted(): Signs {
    this.#signs ??= signsOf(this.bytes.subarray(0, this.#lastVisible()))
    return this.#signs
  }

  /** Where what can be seen ends. */
  #lastVisible(): number {
    let start = Math.max(this.bytes.length - tail, 0)
    while ((this.bytes[start]! & 0xc0) === 0x80) start++
    const visible = this.#buffer.toString('utf8', start).trimEnd()
    return visible === '' ? Buffer.byteLength(this.text.trimEnd()) : start + Buffer.byteLength(visible)
  }

  #afterLine(start: number): number {
    const { bytes } = this
    let at = start
    while (at < bytes.length && isLineEnd(bytes[at]!)) at++
    while (at < bytes.length && !isLineEnd(bytes[at]!)) at++
    return Math.min(at + 1, bytes.length)
  }
}

const isLineEnd = (byte: number): boolean => byte === feed || byte === carriage

type Signs = { readonly feeds: number; readonly returns: number; readonly controls: number }

/** Four bytes at a time: of text, one word in twenty has anything to count. */
function signsOf(bytes: Uint8Array): Signs {
  const signs = { feeds: 0, returns: 0, controls: 0 }
  const aligned = -bytes.byteOffset & 3
  if (bytes.length < aligned) {
    count(bytes, 0, bytes.length, signs)
    return signs
  }
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + aligned, (bytes.length - aligned) >> 2)
  count(bytes, 0, aligned, signs)
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    const dels = word ^ 0x7f7f7f7f
    // The high bit of each byte below 0x20, and of each that is 0x7f (and at times of the one beside it).
    const found = (((word - 0x20202020) & ~word) | ((dels - 0x01010101) & ~dels)) & 0x80808080
    if (found !== 0) count(bytes, aligned + 4 * i, aligned + 4 * i + 4, signs)
  }
  count(bytes, aligned + 4 * words.length, bytes.length, signs)
  return signs
}

function count(
  bytes: Uint8Array,
  start: number,
  end: number,
  signs: { -readonly [sign in keyof Signs]: number },
): void {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte >= 0x20 && byte !== del) continue
    if (byte === feed) signs.feeds++
    else if (byte === carriage) signs.returns++
    else if (byte < 0x09 || byte > 0x0d) signs.controls++
  }
}
