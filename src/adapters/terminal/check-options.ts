// What `enrol-check check` was asked, from contract/check.md; nothing is read from disk yet.
import { parseArgs } from 'node:util'
import { type Language, languages } from '../../moodle/language.ts'
import type { Site } from '../../moodle/sites.ts'
import { WrongCall } from './wrong-call.ts'

export type CheckOptions = {
  /** `-` for standard input. */
  readonly file: string
  /** Its id; null: the first of all. */
  readonly site: string | null
  /** Path of the configuration file. */
  readonly config: string | null
  readonly reference: string | null
  /** Null: today in the time zone of the site. */
  readonly today: Temporal.PlainDate | null
  readonly language: Language
  readonly json: boolean
  readonly out: string | null
}

/** The options in these words. Throws WrongCall. */
export function readCheckOptions(words: readonly string[]): CheckOptions {
  const { values, positionals } = parsed({ args: [...words], allowPositionals: true, options })
  const [file, ...others] = positionals
  if (file === undefined) throw new WrongCall('Which file? Name one, or - for standard input.')
  if (others.length > 0) throw new WrongCall(`One file at a time: ${others.join(', ')} is too many.`)
  return {
    file,
    site: values.site ?? null,
    config: values.config ?? null,
    reference: values.reference ?? null,
    today: values.today === undefined ? null : readDay(values.today),
    language: readLanguage(values.lang),
    json: values.json,
    out: values.out ?? null,
  }
}

/** The site of that id among those there are, or the first one. Throws WrongCall. */
export function chosenSite(sites: readonly [Site, ...Site[]], id: string | null): Site {
  const site = id === null ? sites[0] : sites.find((known) => known.id === id)
  if (site === undefined)
    throw new WrongCall(`--site is one of ${sites.map((known) => known.id).join(', ')}, not “${id}”.`)
  return site
}

/** Language and up to `most` words of the other commands. Throws WrongCall. */
export function readOptions(words: readonly string[], most: 0 | 1): { language: Language; word: string | null } {
  const { values, positionals } = parsed({ args: [...words], allowPositionals: true, options: { lang } })
  if (positionals.length > most) throw new WrongCall(`${positionals.slice(most).join(', ')} is too many.`)
  return { language: readLanguage(values.lang), word: positionals[0] ?? null }
}

/** That language, or the one of the surroundings (LC_ALL, LANG) when it is spoken, or English. */
function readLanguage(word: string | undefined): Language {
  const wanted = word ?? new Intl.DateTimeFormat().resolvedOptions().locale.split('-')[0]
  const language = languages.find((known) => known === wanted)
  if (language === undefined && word !== undefined)
    throw new WrongCall(`--lang is one of ${languages.join(', ')}, not “${word}”.`)
  return language ?? 'en'
}

const lang = { type: 'string' } as const
const options = {
  site: { type: 'string' },
  config: { type: 'string' },
  reference: { type: 'string' },
  today: { type: 'string' },
  lang,
  json: { type: 'boolean', default: false },
  out: { type: 'string' },
} as const

/** `parseArgs`, whose complaints are about the call. */
const parsed: typeof parseArgs = (config) => {
  try {
    return parseArgs(config)
  } catch (error) {
    throw new WrongCall(error instanceof Error ? error.message : String(error))
  }
}

function readDay(text: string): Temporal.PlainDate {
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError()
    return Temporal.PlainDate.from(text)
  } catch {
    throw new WrongCall(`--today is a day such as 2026-11-22, not “${text}”.`)
  }
}
