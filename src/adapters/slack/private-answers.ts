// What one person alone sees: an ephemeral post, which cannot hold files; those go to their direct messages.
import type { Language } from '../../moodle/language.ts'
import type { Log } from '../../ports/log.ts'
import type { Message } from '../../replies/message.ts'
import type { BotPosts } from './bot-posts.ts'
import { type Rendered, renderMessage } from './render-message.ts'
import type { Staff } from './render-spans.ts'
import { anything } from './shapes.ts'
import type { Web } from './web.ts'
import { words } from './words.ts'

export type Asked = {
  readonly person: string
  /** Unique to what the person did. */
  readonly id: string
  /** Shows something to that person where they are. */
  readonly show: (rendered: Rendered) => Promise<unknown>
}

export type PrivateAnswers = {
  /** A failure is logged: what was asked is done. */
  give(asked: Asked, message: Message): Promise<void>
  /** For who pressed something in a channel. */
  below(place: { readonly channel: string; readonly thread: string | null; readonly person: string }): Asked['show']
}

export function privateAnswers(web: Web, posts: BotPosts, staff: Staff, log: Log): PrivateAnswers {
  async function give({ person, id, show }: Asked, message: Message): Promise<void> {
    if (message.files.length === 0) {
      await show(renderMessage(message, staff))
      return
    }
    const { link } = await posts.post({ direct: person }, `private ${id}`, message)
    await show(renderMessage(pointer(message.language, link), staff))
  }

  return {
    async give(asked, message) {
      await give(asked, message).catch((error: unknown) => {
        log.warn({ error }, 'slack: a private answer could not be given')
      })
    },
    below: ({ channel, thread, person: user }) => {
      const given = { channel, user, ...(thread === null ? {} : { thread_ts: thread }) }
      return (rendered) => web.call('chat.postEphemeral', { ...given, ...rendered }, anything)
    },
  }
}

/** A line of the adapter's own. */
export function line(language: Language, text: string): Message {
  return { language, paragraphs: [{ kind: 'text', spans: [text] }], files: [], buttons: [], choices: [] }
}

function pointer(language: Language, link: string | null): Message {
  const text = words[language].inDirect
  return { ...line(language, text), paragraphs: [{ kind: 'text', spans: [link === null ? text : { link, text }] }] }
}
