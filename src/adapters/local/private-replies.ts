// Answers to a command are for one person's eyes and not worth a row: they live in memory, the oldest make room.
import type { Person } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { LocalPost, NewLocalFile } from '../../ports/local-posts.ts'
import type { Message } from '../../replies/message.ts'
import { filesOf } from './bot-posts.ts'
import { withNames } from './mentions.ts'
import { botAuthor } from './people.ts'
import type { PostIds } from './post-ids.ts'
import { type PostJson, toBody, toPostJson } from './post-json.ts'
import { renderText } from './render-text.ts'

export type PrivateReplies = {
  /** Keeps a reply; what the API answers. */
  add(person: string, thread: string | null, message: Message): PostJson
  /** The reply with that id, for its buttons. */
  get(id: string): LocalPost | null
  file(id: string): NewLocalFile | null
}

type PrivateRepliesOptions = { readonly clock: Clock; readonly ids: PostIds; readonly people: readonly Person[] }

/** Bytes of files kept in all; a reply alone may exceed it. */
const room = 32 * 1024 * 1024

const mostReplies = 200

export function createPrivateReplies({ clock, ids, people }: PrivateRepliesOptions): PrivateReplies {
  let kept: { readonly post: LocalPost; readonly files: readonly NewLocalFile[] }[] = []

  return {
    add(person, thread, said) {
      const message = withNames(said, people)
      const created = clock.now()
      const files = filesOf(message)
      const post: LocalPost = {
        id: ids.next(),
        thread,
        direct: person,
        author: botAuthor,
        bot: true,
        key: null,
        text: renderText(message),
        body: toBody(message),
        files: files.map(({ id, name, size, type }) => ({ id, name, size, type })),
        buttons: message.buttons,
        choices: message.choices,
        reactions: [],
        created,
        updated: created,
      }
      kept = [...kept, { post, files }].slice(-mostReplies)
      while (kept.length > 1 && sizeOf(kept.flatMap((reply) => reply.files)) > room) kept.shift()
      return toPostJson(post)
    },
    get: (id) => kept.find(({ post }) => post.id === id)?.post ?? null,
    file: (id) => kept.flatMap(({ files }) => files).find((file) => file.id === id) ?? null,
  }
}

function sizeOf(files: readonly NewLocalFile[]): number {
  return files.reduce((sum, { size }) => sum + size, 0)
}
