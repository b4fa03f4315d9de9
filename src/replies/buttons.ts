// Buttons under a reply: only those that something answers to; ids come back in a press.
import type { AccountsAnswer, BatchState } from '../batches/batch.ts'
import type { Rows } from '../batches/digest.ts'
import type { Site } from '../moodle/sites.ts'
import type { Locale } from './locales/locale.ts'
import type { Button, Choice } from './message.ts'

export const buttonIds = [
  'all',
  'anyway',
  'done',
  'withdraw',
  'tomorrow',
  'accountsOld',
  'accountsNew',
  'accountsUnsure',
] as const
export type ButtonId = (typeof buttonIds)[number]

/** Of the choice of a site; the value of an option is the id of the site. */
export const siteChoiceId = 'site'

/** The buttons that answer the question on the accounts, and what each says. */
export const accountsAnswerOf = {
  accountsOld: 'old',
  accountsNew: 'new',
  accountsUnsure: 'unsure',
} as const satisfies Partial<Record<ButtonId, AccountsAnswer>>

/** What the buttons of a request depend on. */
export type Offered = {
  readonly state: BatchState
  readonly rows: Rows
  /** Its requester is asked about the accounts. */
  readonly asks: boolean
  /** Its last file could be read. */
  readonly isReadable: boolean
}

/** Those of a request in that state, at most four: what answers a question comes before what closes, and may wait. */
export function requestButtons({ state, rows, asks, isReadable }: Offered, locale: Locale): readonly Button[] {
  const all = isReadable ? [button('all', locale)] : []
  if (asks) return [...accountsButtons(locale), ...all]
  const withdraw = button('withdraw', locale)
  if (state === 'ready') return [...all, doneButton(rows, locale), withdraw]
  if (state === 'received') return [withdraw]
  if (state !== 'needs-changes' && state !== 'waiting') return all
  // All rows of a request may be good and on hold together, when nobody knows the age of their accounts.
  const isPart = rows.good > 0 && rows.faulty + rows.waiting > 0
  const part = isPart ? [doneButton(rows, locale)] : []
  return [...all, ...part, ...(state === 'waiting' ? [] : [button('tomorrow', locale)]), withdraw]
}

/** Yes, all; some are of today; I do not know. */
export const accountsButtons = (locale: Locale): readonly Button[] => [
  button('accountsOld', locale),
  button('accountsNew', locale),
  button('accountsUnsure', locale),
]

/** For which site the file is. */
export const siteChoice = (sites: readonly Pick<Site, 'id' | 'name'>[], chosen: string, locale: Locale): Choice => ({
  id: siteChoiceId,
  label: locale.buttons.site,
  options: sites.map(({ id, name }) => ({ value: id, label: name })),
  chosen,
})

export const button = (id: ButtonId, locale: Locale): Button => ({ id, label: locale.buttons[id], style: 'default' })

function doneButton({ faulty, waiting }: Rows, locale: Locale): Button {
  const label = faulty + waiting === 0 ? locale.buttons.done : locale.buttons.donePart
  return { id: 'done', label, style: 'primary' }
}
