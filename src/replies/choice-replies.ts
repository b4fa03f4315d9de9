// `/enrol-check site …` and `language …`: what holds, what it is now, what was probably meant.
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import { suggestedSite } from './command-words.ts'
import { message, note, text } from './compose.ts'
import { code, joined, type Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

/** For which site files of the channel are, and how to change it. */
export function siteReply(site: Site, sites: readonly Site[], language: Language): Message {
  const others = sites.filter(({ id }) => id !== site.id).map(({ id }): Line => [code(`/enrol-check site ${id}`)])
  return message(language, [text(localeOf(language).siteNow(site.name, joined(others, ', ')))])
}

/** The site was changed; what it asks of people comes along. */
export function siteChosenReply(site: Site, language: Language): Message {
  return message(language, [text(localeOf(language).siteChosen(site.name)), note([site.prerequisite[language], '.'])])
}

/** For a word that is no site, with the one that was probably meant. */
export function unknownSiteReply(word: string, sites: readonly Site[], language: Language): Message {
  const known = joined(
    sites.map(({ id }): Line => [code(id)]),
    ', ',
  )
  return message(language, [text(localeOf(language).unknownSite(word, suggestedSite(word, sites), known))])
}

/** In which language the person is answered, and how to change it. */
export const languageReply = (language: Language): Message => message(language, [text(localeOf(language).spoken)])

/** The language was changed; said in the new one. */
export const languageChosenReply = (language: Language): Message =>
  message(language, [text(localeOf(language).languageChosen)])

/** For a word that is no language the bot speaks. */
export const unknownLanguageReply = (word: string, language: Language): Message =>
  message(language, [text(localeOf(language).unknownLanguage(word))])
