// A clean cell should cost next to nothing: the suspicions of all rules on it are put together before any is asked.
import type { Language } from './automaton.ts'
import type { Suspect } from './rule.ts'

/**
 * True for every text in which one of the patterns finds something, or that a language does not accept. Sets of characters become one set, and starts one start: an
 * alternation of them would be tried at every letter.
 */
export function suspicion(suspects: readonly Suspect[]): (text: string) => boolean {
  const patterns = suspects.filter((it) => it instanceof RegExp)
  const languages = suspects.filter(isLanguage)
  const sources = patterns.map(({ source }) => source)
  const sets = sources.filter(isSet)
  const starts = sources.filter(isStart)
  const others = sources.filter((source) => !isSet(source) && !isStart(source))
  const set = sets.length > 0 ? new RegExp(`[${sets.map((it) => it.slice(1, -1)).join('')}]`) : nothing
  const start = starts.length > 0 ? new RegExp(`^(?:${starts.map((it) => it.slice(1)).join('|')})`) : nothing
  const other = others.length > 0 ? new RegExp(others.map((it) => `(?:${it})`).join('|')) : nothing
  return (text) =>
    set.test(text) || start.test(text) || other.test(text) || languages.some((language) => !language.accepts(text))
}

const nothing = /(?!)/

export const isLanguage = (suspect: Suspect): suspect is Language => !(suspect instanceof RegExp)

/** One set of characters, not an excluding one. */
const isSet = (source: string): boolean => /^\[(?!\^)(?:[^\]\\]|\\.)+\]$/.test(source)

/** Anchored at the start; a bar may stand only inside a group or a set. */
function isStart(source: string): boolean {
  let bare = source.replace(/\\.|\[(?:[^\]\\]|\\.)*\]/g, '')
  for (let before = ''; before !== bare; ) {
    before = bare
    bare = bare.replace(/\([^()]*\)/g, '')
  }
  return source.startsWith('^') && !bare.includes('|')
}
