// A person is spoken to in the language they chose here, else in that of their chat.
import { type Language, languages } from '../moodle/language.ts'
import type { ChatName } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { StoredPosting } from '../ports/store.ts'
import { chatNamed, type Outside } from './outside.ts'

type Speaker = {
  readonly chat: ChatName
  readonly author: string
  readonly form?: StoredPosting['form']
}

/** The language to answer in; that of the house when the chat cannot tell. Throws OutsideError of the store. */
export async function languageOf(
  outside: Pick<Outside, 'chats' | 'log' | 'store' | 'language'>,
  { chat, author, form = null }: Speaker,
): Promise<Language> {
  if (form?.language) return form.language
  const chosen = await outside.store.preferences.get(chat, author, 'language')
  const known = languages.find((language) => language === chosen)
  if (known) return known
  try {
    return (await chatNamed(outside, chat).person(author)).language
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    outside.log.warn({ error }, 'a person could not be looked up')
    return outside.language
  }
}
