// A reminder of a request that waits for its requester: by direct message, or in its thread where the chat cannot.
import { mostReminders } from '../batches/reminders.ts'
import type { Language } from '../moodle/language.ts'
import { accountsButtons, button } from './buttons.ts'
import { message, text } from './compose.ts'
import { faultsLine } from './faults-line.ts'
import { code, type Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message } from './message.ts'
import type { Fault } from './remembered.ts'

export type Reminded = {
  readonly language: Language
  /** Id of the person to call; null in their own direct messages. */
  readonly requester: string | null
  /** Of the file; null once it is forgotten. */
  readonly name: string | null
  readonly site: string
  readonly createdAt: Temporal.Instant
  readonly timezone: string
  /** `accounts`: the question on them is to be answered; else faults of the last file, none when they are forgotten. */
  readonly waitsFor: 'accounts' | readonly Fault[]
  /** 1 to 3; null when it was asked for. */
  readonly number: number | null
  /** Address of the thread; null where posts have none, or when this is said in it. */
  readonly link: string | null
}

/** "Your request of Monday 16 November is still waiting for 1 correction (row 30, course not found)." */
export function reminderMessage(reminded: Reminded): Message {
  const { language, waitsFor } = reminded
  const locale = localeOf(language)
  const [tomorrow, withdraw] = [button('tomorrow', locale), button('withdraw', locale)]
  const buttons = waitsFor === 'accounts' ? [...accountsButtons(locale), tomorrow] : [tomorrow, withdraw]
  return message(language, [text(reminderLine(reminded, locale)), text(linkLine(reminded, locale))], { buttons })
}

function reminderLine(reminded: Reminded, locale: Locale): Line {
  const { requester, name, site, createdAt, timezone, waitsFor, number } = reminded
  const { reminder } = locale.requests
  const file: Line = name === null ? [] : [code(name)]
  // The weekday and the date: a reminder may be read days later, when "yesterday" is another day.
  const day = locale.day(createdAt.toZonedDateTimeISO(timezone).toPlainDate())
  const call: Line = requester === null ? [] : [{ mention: { person: requester } }, ' ']
  const told = waitsFor === 'accounts' ? reminder.toAnswer(file, day, site) : correctLine(file, day, waitsFor, locale)
  return [...call, ...told, ...(number === mostReminders ? [' ', reminder.last] : [])]
}

/** An account that is too young is nothing to correct. */
function correctLine(file: Line, day: string, all: readonly Fault[], locale: Locale): Line {
  const faults = all.filter((fault) => fault.code !== 'account-created-today')
  const count = faults.length === 0 ? null : faults.length
  return locale.requests.reminder.toCorrect(file, day, count, faultsLine(faults, locale))
}

const linkLine = ({ link }: Reminded, { requests }: Locale): Line =>
  link === null ? [] : [{ link, text: requests.reminder.openThread }]
