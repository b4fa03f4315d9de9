// What can follow `/enrol-check`, in both languages, and what a mistyped word was probably meant to be.
import { within } from '../checking/distance.ts'
import { fold } from '../checking/fold.ts'
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'

export const commandNames = [
  'check',
  'status',
  'pending',
  'template',
  'rules',
  'site',
  'remind',
  'done',
  'withdraw',
  'language',
  'digest',
  'help',
] as const
export type CommandName = (typeof commandNames)[number]

/** Without accents; the command alone checks the last file. */
const synonyms: Readonly<Record<CommandName, readonly string[]>> = {
  check: ['', 'verifier', 'verifie', 'reverifier', 'controler', 'recheck'],
  status: ['statut', 'etat', 'state'],
  pending: ['encours', 'en-cours', 'demandes', 'attente', 'requests', 'list', 'liste'],
  template: ['modele', 'gabarit', 'exemple', 'example'],
  rules: ['regles', 'regle', 'rule'],
  site: ['sites', 'plateforme', 'platform'],
  remind: ['rappel', 'rappeler', 'rappelle', 'reminder'],
  done: ['fait', 'faite', 'termine', 'terminee', 'terminer', 'fini'],
  withdraw: ['retirer', 'retire', 'annuler', 'cancel'],
  language: ['langue', 'lang'],
  digest: ['bilan', 'point', 'resume', 'summary'],
  help: ['aide', '?'],
}

const words: ReadonlyMap<string, CommandName> = new Map(
  commandNames.flatMap((name) => [name, ...synonyms[name]].map((word) => [word, name] as const)),
)

/** The command that a word stands for, without case or accents; null when there is none. */
export const commandNamed = (word: string): CommandName | null => words.get(fold(word)) ?? null

/** The only command that was probably meant (one edit away, else two of a long word), or null. */
export const suggestedCommand = (word: string): CommandName | null => suggested(word, [...words])

/** The site of that name or id, without case or accents; null when there is none. */
export const siteCalled = (word: string, sites: readonly Site[]): Site | null =>
  sites.find(({ id, name }) => fold(word) === fold(id) || fold(word) === fold(name)) ?? null

/** Id of the only site that was probably meant, or null. */
export const suggestedSite = (word: string, sites: readonly Site[]): string | null =>
  suggested(
    word,
    sites.flatMap(({ id, name }) => [id, name].map((known) => [fold(known), id] as const)),
  )

const languageWords: ReadonlyMap<string, Language> = new Map([
  ...['fr', 'francais', 'french'].map((word) => [word, 'fr'] as const),
  ...['en', 'anglais', 'english'].map((word) => [word, 'en'] as const),
])

/** The language that a word stands for, in either language; null when there is none. */
export const languageCalled = (word: string): Language | null => languageWords.get(fold(word)) ?? null

/** Shorter words have too many neighbours. */
const long = 5

function suggested<Meant>(word: string, known: readonly (readonly [string, Meant])[]): Meant | null {
  for (const limit of [1, 2]) {
    const close = known.filter(
      ([name]) => name !== '' && (limit === 1 || name.length >= long) && within(fold(word), name, limit),
    )
    const [meant, ...others] = new Set(close.map(([, each]) => each))
    if (meant !== undefined) return others.length === 0 ? meant : null
  }
  return null
}
