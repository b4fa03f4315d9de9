// A word or a button that meets a bug is answered all the same: the person waits, and the others must go on.
import { randomBytes } from 'node:crypto'
import type { ChatEvents } from '../ports/chat.ts'
import { OutsideError } from '../ports/outside-error.ts'
import type { StoredPosting } from '../ports/store.ts'
import { bugReply } from '../replies/failure-reply.ts'
import type { Message } from '../replies/message.ts'
import { answerCommand } from './answer-command.ts'
import { languageOf } from './language-of.ts'
import type { Outside } from './outside.ts'
import { pressButton } from './press-button.ts'
import { receiveFile } from './receive-file.ts'
import { postDeleted } from './take-back.ts'

type Asker = Pick<StoredPosting, 'chat' | 'author'>

/** What every chat is to call; throws OutsideError only, but for a posted file or its deletion, which the chat brings again. */
export function eventsFor(outside: Outside): ChatEvents {
  return {
    posted: async (posting) => {
      await receiveFile(outside, posting)
    },
    deleted: (deletion) => postDeleted(outside, deletion),
    pressed: (press) =>
      pressButton(outside, press).catch((error: unknown) => explain(error, { chat: press.chat, author: press.person })),
    commanded: (command) =>
      answerCommand(outside, command).catch((error: unknown) =>
        explain(error, { chat: command.chat, author: command.person }),
      ),
  }

  async function explain(error: unknown, asker: Asker): Promise<Message> {
    if (error instanceof OutsideError) throw error
    const reference = `chk-${randomBytes(3).toString('hex')}`
    outside.log.error({ reference, error }, 'a bug was met in what a person asked for')
    const language = await languageOf(outside, asker).catch(() => outside.language)
    return bugReply({ language, reference })
  }
}
