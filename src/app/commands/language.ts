// The language in which a person is answered, whatever their chat says.
import { languageChosenReply, languageReply, unknownLanguageReply } from '../../replies/choice-replies.ts'
import { languageCalled } from '../../replies/command-words.ts'
import type { Message } from '../../replies/message.ts'
import type { Asked } from './asked.ts'

/** Tells or changes it. Throws OutsideError. */
export async function language({ outside, command, language: spoken, rest }: Asked): Promise<Message> {
  if (rest === '') return languageReply(spoken)
  const chosen = languageCalled(rest)
  if (!chosen) return unknownLanguageReply(rest, spoken)
  await outside.store.preferences.set(command.chat, command.person, 'language', chosen)
  return languageChosenReply(chosen)
}
