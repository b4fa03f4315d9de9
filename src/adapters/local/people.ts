// The local channel has no accounts: whoever opens the page picks one of these, each seeing another side of the bot.
import type { Person } from '../../ports/chat.ts'

/** A teacher in French, one in English, and somebody of the support team. */
export const localPeople: readonly Person[] = [
  { id: 'requester', name: 'Marie Lefèvre', language: 'fr', staff: false, timezone: null },
  { id: 'requester-en', name: 'Emma Clarke', language: 'en', staff: false, timezone: null },
  { id: 'staff', name: 'Sofia Benali', language: 'fr', staff: true, timezone: null },
]

/** Author of the bot's posts. */
export const botAuthor = 'enrol-check'

/** Id of the one channel. */
export const supportChannel = 'support'
