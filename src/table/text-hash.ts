// One hash for a text and for its bytes in UTF-8, so that a cell need not be made into a text to be looked for.

/** Each byte, ASCII capitals as small letters. */
export const foldedByte = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte))

/** FNV-1a: the hash so far, xor a folded byte, times this. */
export const hashFactor = 0x01000193

/** Where a hash begins; `seed` should not be guessable by whoever wrote the texts, or all could be given one hash. */
export const hashStart = (seed: number): number => seed ^ 0x811c9dc5

/** Once more at the end, so that the low bits depend on all of it. */
export const hashEnd = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ (hash >>> 12)

/** The hash of the UTF-8 of the text, the same whatever the case of its ASCII letters. */
export function hashOf(text: string, seed: number): number {
  let hash = hashStart(seed)
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 127) return hashOfBytes(Buffer.from(text), seed)
    hash = Math.imul(hash ^ foldedByte[unit]!, hashFactor)
  }
  return hashEnd(hash)
}

function hashOfBytes(bytes: Uint8Array, seed: number): number {
  let hash = hashStart(seed)
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ foldedByte[bytes[i]!]!, hashFactor)
  return hashEnd(hash)
}
