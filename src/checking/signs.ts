// What a text must hold for a pattern to find something in it, read off the pattern: so that bytes alone clear most cells.

/** Sources of patterns of one character each: the text begins with that of `first`, if any, and holds the others. */
export type Signs = { readonly first: readonly string[]; readonly held: readonly string[] }

type Term = { readonly atom: string; readonly isCertain: boolean }

const setSource = /^\[(?:[^\]\\]|\\.)+\]/
const escapeSource = /^\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[^bBkpPux1-9])/
const groupSource = /^\(\?:((?:[^()[\]\\]|\\.|\[(?:[^\]\\]|\\.)+\])+)\)/
const quantifierSource = /^(?:[*+?]|\{(\d+)(?:,\d*)?\})\??/

/** What cannot be read off is left out: the pattern may still find nothing where all signs are. */
export function signsOf({ source, flags }: RegExp): Signs {
  if (/[^gy]/.test(flags)) return { first: [], held: [] }
  const isAnchored = source.startsWith('^')
  const terms = termsOf(isAnchored ? source.slice(1) : source)
  const isLed = isAnchored && terms[0]?.isCertain === true
  const held = (isLed ? terms.slice(1) : terms).filter(({ isCertain }) => isCertain)
  return { first: isLed ? [terms[0]!.atom] : [], held: held.map(({ atom }) => atom) }
}

/** The terms of a sequence up to the first that is not understood; none of an alternation. */
function termsOf(source: string): readonly Term[] {
  const terms: Term[] = []
  for (let rest = source; rest !== '' && rest !== '$'; ) {
    const [piece, atom] = atomOf(rest)
    if (piece === '') return hasBar(rest) ? [] : terms
    const [quantifier = '', least] = quantifierSource.exec(rest.slice(piece.length)) ?? []
    const isOptional = /^[*?]/.test(quantifier) || least === '0'
    terms.push({ atom, isCertain: atom !== '' && !isOptional })
    rest = rest.slice(piece.length + quantifier.length)
  }
  return terms
}

/** The source of the next term without its quantifier, and the one character that it matches, or '' for more than one. */
function atomOf(source: string): readonly [piece: string, atom: string] {
  const single =
    setSource.exec(source)?.[0] ?? escapeSource.exec(source)?.[0] ?? /^[^\\^$.*+?()[\]{}|]/.exec(source)?.[0]
  if (single !== undefined) return [single, single]
  const [group = '', inner = ''] = groupSource.exec(source) ?? []
  return [group, inner !== '' && alternatives(inner).every(isOneAtom) ? group : '']
}

const isOneAtom = (source: string): boolean => {
  const [piece, atom] = atomOf(source)
  return piece === source && atom !== ''
}

const alternatives = (source: string): readonly string[] =>
  source.match(/(?:[^|[\\]|\\.|\[(?:[^\]\\]|\\.)+\])+|(?<=\|)(?=$|\|)|^(?=\|)/g) ?? []

const hasBar = (source: string): boolean => source.includes('|')
