// Ids end up in logs and are read aloud: no vowels (no words by chance), nothing that looks like something else.
import { randomBytes } from 'node:crypto'

const LETTERS = '23456789bcdfghjkmnpqrstvwxyzBCDF'

/** A random id of 12 characters (60 bits). */
export function newId(): string {
  return Array.from(randomBytes(12), (byte) => LETTERS[byte % LETTERS.length]).join('')
}
