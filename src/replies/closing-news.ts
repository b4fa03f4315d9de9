// A change of state told in the thread in one line, so that its requester sees it.
import type { Rows } from '../batches/digest.ts'
import type { Language } from '../moodle/language.ts'
import { message, text } from './compose.ts'
import type { Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Message } from './message.ts'

/** What happened; sites by their names. */
export type Closing =
  | { readonly kind: 'done'; readonly rows: number; readonly site: string }
  /** The good rows were uploaded; `rest` is what is left. */
  | { readonly kind: 'handed'; readonly rows: number; readonly site: string; readonly rest: Rows }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'expired'; readonly days: number }
  /** It changed between the press of a button and its being done. */
  | { readonly kind: 'overtaken' }

/** "@marie ✅ Done: 42 rows uploaded to Ecampus." `called` is who it concerns, null when they did it themselves. */
export function closingNews(happened: Closing, called: string | null, language: Language): Message {
  const call: Line = called === null ? [] : [{ mention: { person: called } }, ' ']
  return message(language, [text([...call, ...newsLine(happened, language)])])
}

function newsLine(happened: Closing, language: Language): Line {
  const { closing } = localeOf(language).requests
  switch (happened.kind) {
    case 'done':
      return closing.doneNews(happened.rows, happened.site)
    case 'handed':
      return closing.handedNews(happened.rows, happened.site, happened.rest)
    case 'withdrawn':
      return closing.withdrawnNews
    case 'expired':
      return closing.expiredNews(happened.days)
    case 'overtaken':
      return closing.overtakenNews
  }
}
