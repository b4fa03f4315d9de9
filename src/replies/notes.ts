// One line for the person who pressed a button or gave a command: done, not possible, not theirs to do.
import type { BatchState } from '../batches/batch.ts'
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Act } from './locales/request-words.ts'
import type { Message } from './message.ts'
import { momentText } from './moment.ts'

/** A moment to come, and where its hour is read. */
export type Planned = { readonly at: Temporal.Instant; readonly now: Temporal.Instant; readonly timezone: string }

export type Note =
  | { readonly kind: 'reminder' | 'accountsLater'; readonly planned: Planned }
  | { readonly kind: 'done' | 'handed'; readonly rows: number }
  | { readonly kind: 'moved'; readonly site: string }
  /** Nothing happens to a closed request. */
  | { readonly kind: 'closed'; readonly state: BatchState }
  | { readonly kind: 'nothingToRemind' | 'nothingToHand' | 'withdrawn' | 'accountsOld' }

/** "Noted: I will remind you tomorrow, Tuesday, at 8:00." */
export function noteReply(note: Note, language: Language): Message {
  return message(language, [text([noteText(note, localeOf(language))])])
}

/** "Only the team can mark a request as done." */
export function refusalReply(act: Act, language: Language): Message {
  return message(language, [text([localeOf(language).requests.refusals[act]])])
}

function noteText(note: Note, locale: Locale): string {
  const { notes } = locale.requests
  switch (note.kind) {
    case 'reminder':
    case 'accountsLater':
      return notes[note.kind](momentText(note.planned.at, note.planned.now, note.planned.timezone, locale))
    case 'done':
    case 'handed':
      return notes[note.kind](note.rows)
    case 'moved':
      return notes.moved(note.site)
    case 'closed':
      return notes.closed(locale.digest.state[note.state])
    default:
      return notes[note.kind]
  }
}
