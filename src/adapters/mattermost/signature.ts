// Callbacks of buttons and forms are not signed by Mattermost, and any member can make a button that calls us: what we
// put into ours carries a proof that it is ours, for that post, that action, that person and that long.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Signer = {
  /** The proof of these words, in their order. */
  sign(purpose: 'action' | 'form', words: readonly (string | number | null | readonly string[])[]): string
  /** In a time that does not tell how much of it was right. */
  isRight(given: string, purpose: 'action' | 'form', words: Parameters<Signer['sign']>[1]): boolean
}

/** Signs with a key derived from `secret`. */
export function createSigner(secret: string): Signer {
  const key = createHmac('sha256', secret).update('enrol-check mattermost callbacks 1').digest()
  const sign: Signer['sign'] = (purpose, words) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...words]))
      .digest('base64url')
  return { sign, isRight: (given, purpose, words) => sameText(given, sign(purpose, words)) }
}

/** Whether two texts are the same, in constant time whatever their lengths. */
export function sameText(one: string, other: string): boolean {
  return timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
}
