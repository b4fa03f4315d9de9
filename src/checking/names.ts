// Names as one set of words, without case, accents, hyphens or order: people write their own names in many ways.
import { stripAccents } from './fold.ts'

type Named = { readonly firstname: string; readonly lastname: string }

/** True when two people have at least one word of their names in common. */
export function shareWord(a: Named, b: Named): boolean {
  const words = new Set(wordsOf(a))
  return wordsOf(b).some((word) => words.has(word))
}

/** True when two names are made of the same words, or when one of them is not given. */
export function sameWords(a: Named, b: Named): boolean {
  if (a.firstname === b.firstname && a.lastname === b.lastname) return true
  const [first, second] = [a, b].map((named) => wordsOf(named).toSorted().join(' '))
  return first === second || first === '' || second === ''
}

export const hasWords = (named: Named): boolean => wordsOf(named).length > 0

function wordsOf({ firstname, lastname }: Named): readonly string[] {
  const plain = stripAccents(`${firstname} ${lastname}`).toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}
