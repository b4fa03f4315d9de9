// The language in which a person is answered, whatever their chat says.
import { languages } from '../../moodle/language.ts'
import { languageReply, whichLanguageReply } from '../../replies/command-replies.ts'
import type { Message } from '../../replies/message.ts'
import type { Asked } from './asked.ts'

/** Chooses it; without a word, or with another, says which there are. Throws OutsideError. */
export async function language({ outside, command, language: spoken, rest }: Asked): Promise<Message> {
  const word = rest.toLowerCase()
  const chosen = languages.find((known) => known === word || names[known].includes(word))
  if (!chosen) return whichLanguageReply(spoken)
  await outside.store.preferences.set(command.chat, command.person, 'language', chosen)
  return languageReply(chosen)
}

const names = { fr: ['français', 'francais', 'french'], en: ['anglais', 'english'] } as const satisfies Record<
  string,
  readonly string[]
>
