// What can follow `/enrol-check`, in both languages, and what a mistyped word was probably meant to be.
import { nearest } from '../checking/distance.ts'
import { fold } from '../checking/fold.ts'

export const commandNames = ['help', 'check', 'template', 'rules'] as const
export type CommandName = (typeof commandNames)[number]

const words: ReadonlyMap<string, CommandName> = new Map([
  ...commandNames.map((name) => [name, name] as const),
  ['', 'help'],
  ['aide', 'help'],
  ['verifier', 'check'],
  ['modele', 'template'],
  ['regles', 'rules'],
  ['regle', 'rules'],
  ['rule', 'rules'],
])

/** The command that a word stands for, without case or accents; null when there is none. */
export const commandNamed = (word: string): CommandName | null => words.get(fold(word)) ?? null

/** The command that was probably meant (within two edits), or null. */
export function suggestedCommand(word: string): CommandName | null {
  const known = nearest(
    fold(word),
    [...words.keys()].filter((name) => name !== ''),
  )
  return known === null ? null : commandNamed(known)
}
