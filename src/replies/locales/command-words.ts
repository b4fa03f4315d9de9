import type { Line } from '../line.ts'

/** Answers to `/enrol-check …`. */
export type CommandWords = {
  readonly help: readonly Line[]
  /** What only the team can ask for. */
  readonly helpForTeam: readonly Line[]
  readonly unknown: (word: string, suggestion: string | null) => Line
  readonly fullReport: (name: string) => Line
  readonly checkingAgain: (name: string) => Line
  readonly nothingToCheck: Line
  readonly nothingAtLink: Line
  readonly templateName: string
  readonly template: readonly Line[]
  readonly rules: (count: number) => Line
  readonly unknownRule: (word: string, suggestion: string | null) => Line
  readonly severity: Readonly<Record<'error' | 'warning' | 'info', string>>
  readonly fix: Readonly<Record<'safe' | 'unsafe' | 'none', string>>
  /** `others`: names of the other sites as commands take them. */
  readonly siteNow: (name: string, others: Line) => Line
  readonly siteChosen: (name: string) => Line
  readonly unknownSite: (word: string, suggestion: string | null, known: Line) => Line
  readonly spoken: Line
  readonly languageChosen: Line
  readonly unknownLanguage: (word: string) => Line
  readonly unknownDay: (word: string) => Line
  readonly buttons: ButtonWords
}

type ButtonWords = {
  readonly all: string
  readonly anyway: string
  readonly done: string
  /** The same for rows that are ready while others wait. */
  readonly donePart: string
  readonly withdraw: string
  readonly tomorrow: string
  readonly accountsOld: string
  readonly accountsNew: string
  readonly accountsUnsure: string
  /** Above the choice of the site. */
  readonly site: string
}
