// The same pictures as at the head of the replies, so that the reaction can be read without opening the thread.
import type { Mark } from '../../ports/chat.ts'

export const marks: Readonly<Record<Mark, string>> = {
  working: '👀',
  ready: '✅',
  partial: '⚠️',
  blocked: '⛔',
  waiting: '⏳',
  done: '🏁',
  failed: '😕',
  closed: '🗄️',
}
