// What the bot says, before a chat gives it its own form: plain data, no markup of any chat.
import type { Language } from '../moodle/language.ts'

/** A run of text. `code` is what others wrote: adapters must show it literally, with no mention, link or layout. */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  | { readonly italic: string }
  | { readonly link: string; readonly text: string }

/** One line of the message. `note` is small print (the line for the support team). */
export type Paragraph = { readonly kind: 'text' | 'item' | 'note'; readonly spans: readonly Span[] }

export type OutgoingFile = {
  readonly name: string
  readonly type: 'text/csv' | 'text/plain' | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  readonly bytes: Uint8Array
}

/** `id` comes back in a Press; letters and digits only, as Mattermost wants. */
export type Button = {
  readonly id: string
  readonly label: string
  readonly style: 'default' | 'primary' | 'danger'
}

export type Message = {
  readonly language: Language
  readonly paragraphs: readonly Paragraph[]
  readonly files: readonly OutgoingFile[]
  readonly buttons: readonly Button[]
}
