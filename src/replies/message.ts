// What the bot says, before a chat gives it its own form: plain data, no markup of any chat.
import type { Language } from '../moodle/language.ts'

/**
 * A run of text. `code` is what others wrote: adapters must show it literally, with no mention, link or layout; `name`
 * is what a person is called, and shown the same way without looking like code.
 */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly italic: string }
  | { readonly name: string }
  | { readonly link: string; readonly text: string }
  | Mention

/** Calls somebody: their id in the chat, or the support team as a whole. Adapters write the name, or nothing. */
export type Mention = { readonly mention: { readonly person: string } | 'staff' }

/** One line of the message. `note` is small print (the line for the support team). */
export type Paragraph = { readonly kind: 'text' | 'item' | 'note'; readonly spans: readonly Span[] }

export type OutgoingFile = {
  readonly name: string
  readonly type:
    | 'text/csv'
    | 'text/plain'
    /** To be shown where the chat shows pictures. */
    | 'image/png'
    | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  readonly bytes: Uint8Array
}

/** `id` comes back in a Press; letters and digits only, as Mattermost wants. */
export type Button = {
  readonly id: string
  readonly label: string
  readonly style: 'default' | 'primary' | 'danger'
}

/** One of several, as a select: `id` and a value come back in a Press. */
export type Choice = {
  readonly id: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Value of the option that holds now. */
  readonly chosen: string | null
}

export type Message = {
  readonly language: Language
  readonly paragraphs: readonly Paragraph[]
  readonly files: readonly OutgoingFile[]
  readonly buttons: readonly Button[]
  readonly choices: readonly Choice[]
}
