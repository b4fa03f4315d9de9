import type { Language } from '../../moodle/language.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Locale } from './locale.ts'

const locales: Readonly<Record<Language, Locale>> = { fr, en }

/** Everything the bot says in that language. */
export const localeOf = (language: Language): Locale => locales[language]
