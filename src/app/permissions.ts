// Who may do what to a request; asked at the press or the word, before anything is stored.
import type { ChatName, Person } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { Batch } from '../ports/store.ts'
import { chatNamed, type Outside } from './outside.ts'

/** True when that person is of the support team; nobody is while their chat cannot tell. */
export async function isStaff(
  outside: Pick<Outside, 'chats' | 'log'>,
  { chat, person }: { readonly chat: ChatName; readonly person: string },
): Promise<boolean> {
  return (await personOf(outside, chat, person))?.staff === true
}

/** True for who asked, and for the team. */
export async function mayManage(
  outside: Pick<Outside, 'chats' | 'log'>,
  batch: Batch,
  person: string,
): Promise<boolean> {
  return batch.requester === person || (await isStaff(outside, { chat: batch.chat, person }))
}

/** That person, or null while their chat cannot tell. */
export async function personOf(
  outside: Pick<Outside, 'chats' | 'log'>,
  chat: ChatName,
  id: string,
): Promise<Person | null> {
  try {
    return await chatNamed(outside, chat).person(id)
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    outside.log.warn({ error }, 'a person could not be looked up')
    return null
  }
}
