// Buttons under a reply: only those that something answers to; ids come back in a press.
import type { Report } from '../checking/report.ts'
import type { Locale } from './locales/locale.ts'
import type { Button } from './message.ts'

export const buttonIds = ['all', 'anyway'] as const
export type ButtonId = (typeof buttonIds)[number]

/** Those of a report: nothing more can be shown of what could not be read. */
export const reportButtons = (report: Report, locale: Locale): readonly Button[] =>
  report.verdict === 'unreadable' ? [] : [button('all', locale)]

export const button = (id: ButtonId, locale: Locale): Button => ({ id, label: locale.buttons[id], style: 'default' })
