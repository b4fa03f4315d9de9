// Where signs may stand in a French text: ’ inside a word is an elision, ½ or • inside a word is a letter misread.
import { isLetter, type Neighbourhood } from './letter-cost.ts'

/** Where the sign stands: inside a word, just after one, just before one, or touching none. */
type Stance = 'inside' | 'after' | 'before' | 'apart'
type Costs = Readonly<Record<Stance, number>>

const elidedWord = /^[ldjmnstco]$/i

/** Returns 0 for a sign where it usually stands, 3 and more where nobody writes it. */
export function symbolCost(place: Neighbourhood): number {
  const { character } = place
  if (/[\u0080-\u009f\uf8ff]/.test(character)) return 10
  if (isElision(place)) return elisions[character] ?? usualCosts(character).inside
  return usualCosts(character)[stanceOf(place)]
}

/** The apostrophe of French, and what people type for it. */
const elisions: Readonly<Record<string, number>> = { '’': 0, '´': 1, '‘': 1.5 }

const usual: readonly (readonly [string, Costs])[] = [
  ['’', { inside: 2.5, after: 0.5, before: 1, apart: 1 }],
  ['‘', { inside: 4, after: 2, before: 0.5, apart: 2 }],
  ['“', { inside: 5, after: 3, before: 0, apart: 1 }],
  ['„‚', { inside: 5, after: 3, before: 2.5, apart: 2 }],
  ['”', { inside: 5, after: 0, before: 3, apart: 1 }],
  ['«', { inside: 5, after: 2, before: 1.5, apart: 0 }],
  ['»', { inside: 5, after: 1, before: 2, apart: 0 }],
  ['…', { inside: 5, after: 0, before: 2, apart: 1 }],
  ['–—', { inside: 3, after: 1, before: 1, apart: 0 }],
  ['\u00a0', { inside: 1, after: 0, before: 0.5, apart: 0 }],
  ['°', { inside: 4, after: 0, before: 2, apart: 0 }],
  ['ºª', { inside: 4, after: 1, before: 3, apart: 1 }],
  ['€', { inside: 4, after: 1, before: 1, apart: 0 }],
  ['·', { inside: 0.5, after: 1.5, before: 1.5, apart: 1.5 }],
  ['•', { inside: 5, after: 2, before: 1, apart: 0.5 }],
  ['²³¹', { inside: 4, after: 0, before: 3, apart: 1 }],
  ['½¼¾', { inside: 5, after: 4, before: 4, apart: 0 }],
  ['®™©', { inside: 5, after: 1, before: 2, apart: 1 }],
  ['§', { inside: 5, after: 2.5, before: 2, apart: 0.5 }],
  ['×÷±µ', { inside: 5, after: 3, before: 1.5, apart: 1 }],
  ['¡¿', { inside: 5, after: 5, before: 1.5, apart: 3 }],
  ['´', { inside: 3, after: 2, before: 3, apart: 2 }],
  ['\u00ad', { inside: 1, after: 2, before: 2, apart: 3 }],
]
/** Mathematics, lone accents, daggers, currencies of elsewhere. */
const unusual: Costs = { inside: 6, after: 5, before: 5, apart: 3 }

function usualCosts(character: string): Costs {
  return usual.find(([signs]) => signs.includes(character))?.[1] ?? unusual
}

function stanceOf({ before, after }: Neighbourhood): Stance {
  if (isLetter(before)) return isLetter(after) ? 'inside' : 'after'
  return isLetter(after) ? 'before' : 'apart'
}

/** l’école, d’Artagnan, qu’il, aujourd’hui. */
function isElision({ before2, before, after }: Neighbourhood): boolean {
  if (!isLetter(after)) return false
  if (elidedWord.test(before) && !isLetter(before2)) return true
  return /^(qu|rd)$/i.test(before2 + before)
}
