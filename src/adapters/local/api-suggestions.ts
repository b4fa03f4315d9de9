// What the page offers while a command is written, as other chats do from what the bot registers with them.
import type { Language } from '../../moodle/language.ts'
import type { Person } from '../../ports/chat.ts'
import { type CommandName, commandNames } from '../../replies/command-words.ts'
import { HttpError } from '../http/errors.ts'
import { json, type Route } from '../http/route.ts'
import type { Channel } from './channel.ts'

/** `argument`: what may follow, in square brackets; empty when nothing does. */
export type Suggestion = { readonly name: CommandName; readonly argument: string; readonly text: string }

/** `GET /api/commands?person=`: what that person can ask for, in their language. */
export function suggestionRoutes({ people }: Channel): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/api/commands',
      answer({ query }) {
        const person = people.find(({ id }) => id === query.get('person'))
        if (!person) throw new HttpError(404, 'unknown-person', 'There is no such person.')
        return json({ commands: suggestionsFor(person) })
      },
    },
  ]
}

function suggestionsFor({ language, staff }: Person): readonly Suggestion[] {
  return commandNames
    .filter((name) => staff || !forStaff.has(name))
    .map((name) => {
      const [text, argument = ''] = hints[name][language]
      return { name, argument, text }
    })
}

const forStaff: ReadonlySet<CommandName> = new Set(['done', 'digest'])

type Hint = readonly [text: string, argument?: string]

const hints: Readonly<Record<CommandName, Readonly<Record<Language, Hint>>>> = {
  check: {
    fr: ['revérifier le dernier fichier, ou celui d’un lien', '[lien]'],
    en: ['check the last file again, or that of a link', '[link]'],
  },
  status: { fr: ['où en est la demande de ce fil'], en: ['where the request of this thread stands'] },
  pending: { fr: ['les demandes en cours'], en: ['open requests'] },
  template: { fr: ['un modèle à compléter', '[site]'], en: ['a template to fill in', '[site]'] },
  rules: {
    fr: ['tout ce que je vérifie, ou une règle en détail', '[code]'],
    en: ['everything I check, or one rule in detail', '[code]'],
  },
  site: {
    fr: ['le site des fichiers de ce canal, ou en changer', '[nom]'],
    en: ['the site of this channel’s files, or change it', '[name]'],
  },
  remind: {
    fr: ['vous le rappeler demain, ou un autre jour', '[jour]'],
    en: ['remind you tomorrow, or later', '[day]'],
  },
  done: { fr: ['marquer la demande de ce fil comme faite'], en: ['mark the request of this thread as done'] },
  withdraw: { fr: ['retirer la demande de ce fil'], en: ['withdraw the request of this thread'] },
  language: { fr: ['parler français ou anglais', '[fr|en]'], en: ['speak French or English', '[fr|en]'] },
  digest: { fr: ['le point du jour'], en: ['the digest of the day'] },
  help: { fr: ['tout ce que je sais faire'], en: ['everything I can do'] },
}
