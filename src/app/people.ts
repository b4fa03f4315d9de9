// Names are asked of the chat when they are to be shown, and kept nowhere.
import type { ChatName } from '../ports/chat.ts'
import type { Outside } from './outside.ts'
import { personOf } from './permissions.ts'

/** Names by id; somebody whom the chat does not know is left out. */
export type Names = ReadonlyMap<string, string>

/** Names of these people of a chat. */
export async function namesOf(
  outside: Pick<Outside, 'chats' | 'log'>,
  chat: ChatName,
  ids: Iterable<string>,
): Promise<Names> {
  const names = new Map<string, string>()
  for (const id of new Set(ids)) {
    const person = await personOf(outside, chat, id)
    if (person) names.set(id, person.name)
  }
  return names
}

/** Names of the authors of a history. */
export const namesIn = (
  outside: Pick<Outside, 'chats' | 'log'>,
  chat: ChatName,
  history: readonly { readonly author: string | null }[],
): Promise<Names> =>
  namesOf(
    outside,
    chat,
    history.flatMap(({ author }) => author ?? []),
  )
