// Everything that the application uses and does not own; tests hand it fakes.
import type { Language } from '../moodle/language.ts'
import type { Site } from '../moodle/sites.ts'
import type { Chat, ChatName } from '../ports/chat.ts'
import type { Checker } from '../ports/checker.ts'
import type { Clock } from '../ports/clock.ts'
import type { Directory } from '../ports/directory.ts'
import type { Log } from '../ports/log.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Store } from '../ports/store.ts'
import type { Connection } from './connection.ts'

export type Outside = {
  readonly chats: readonly Chat[]
  /** How those that are reached over a network are doing. */
  readonly connections: () => Readonly<Partial<Record<ChatName, Connection>>>
  readonly store: Store
  readonly checker: Checker
  readonly directory: Directory
  readonly clock: Clock
  readonly log: Log
  /** The Moodle sites that files may be for; the first one where nobody chose another. */
  readonly sites: readonly Site[]
  /** Of what is said to a whole channel. */
  readonly language: Language
  /** What the digest is when nothing is pending. */
  readonly emptyDigest: 'line' | 'silence'
  /** How long files are kept, and words that name people. */
  readonly retention: Temporal.Duration
  readonly maxFileBytes: number
}

/** The chat of that name. Throws OutsideError `chat-missing` when this process is not connected to it. */
export function chatNamed({ chats }: Pick<Outside, 'chats'>, name: ChatName): Chat {
  const chat = chats.find((known) => known.name === name)
  if (!chat) throw new OutsideError('chat-missing', `This process is not connected to ${name}`)
  return chat
}
