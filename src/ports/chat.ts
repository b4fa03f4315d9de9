// What a chat must offer, whatever its own ways are; ids are the chat's own and mean nothing here.
import type { Language } from '../moodle/language.ts'
import type { Message } from '../replies/message.ts'

export type ChatName = 'local' | 'slack' | 'mattermost'

/** Somebody in a chat (a Moodle account is something else). */
export type Person = {
  readonly id: string
  readonly name: string
  readonly language: Language
  /** May close requests and see everybody's. */
  readonly staff: boolean
  /** IANA name; null when the chat does not say: hours are then those of the site. */
  readonly timezone: string | null
}

/** A file as the chat describes it, before it is downloaded. */
export type Attachment = {
  readonly id: string
  readonly name: string
  /** In bytes; 0 when the chat does not say. */
  readonly size: number
  /** MIME type as the chat gives it; often wrong, sometimes empty. */
  readonly type: string
}

/** Where something is said: a channel, a thread of it (id of its first post), or one person's direct messages. */
export type Place = { readonly channel: string; readonly thread: string | null } | { readonly direct: string }

/** A post of a person as it stands: it comes again, with the files it has then, when its author edits it. */
export type Posting = {
  readonly chat: ChatName
  readonly channel: string
  /** Id of the thread's first post; null when the post is itself at the top of the channel. */
  readonly thread: string | null
  readonly post: string
  readonly author: string
  readonly text: string
  readonly files: readonly Attachment[]
  /** Written to the bot alone. */
  readonly direct: boolean
  /** What its author chose beside the files, where the chat has a form; null for a plain post. */
  readonly form: { readonly site: string | null; readonly language: Language | null } | null
}

/** A post that its author, or a moderator, took away. */
export type Deletion = { readonly chat: ChatName; readonly channel: string; readonly post: string }

/** A press of a button of one of the bot's posts. */
export type Press = {
  readonly chat: ChatName
  readonly channel: string
  readonly post: string
  /** Id of the button, or of the choice. */
  readonly button: string
  /** Value of the option taken, of those that were offered; null for a button. */
  readonly option: string | null
  readonly person: string
}

/** `/enrol-check …`, without the command's own name. */
export type Command = {
  readonly chat: ChatName
  readonly channel: string
  readonly thread: string | null
  readonly person: string
  readonly text: string
  /**
   * The post that a link in the text, or a shortcut, points at; the chat made sure that the person may see it, and
   * delivered it before. Null when there is none.
   */
  readonly about: PostRef | null
}

/** Id of a post, enough to edit it when it is the bot's. */
export type PostRef = { readonly channel: string; readonly post: string }

/** A post that was made, and its address for people; null where posts have none. */
export type Posted = PostRef & { readonly link: string | null }

/** The state of a request as a mark on the person's post; `closed` without being done. */
export type Mark = 'working' | 'ready' | 'partial' | 'blocked' | 'waiting' | 'done' | 'failed' | 'closed'

/** What a chat tells the application; each call settles only once the event is stored. */
export type ChatEvents = {
  posted(posting: Posting): Promise<void>
  deleted(deletion: Deletion): Promise<void>
  /** What is answered is for that person's eyes only, as with a command. */
  pressed(press: Press): Promise<Message | null>
  commanded(command: Command): Promise<Message>
}

/** What a chat can do beyond this (forms, suggestions while typing…) stays inside its adapter. */
export interface Chat {
  readonly name: ChatName
  /**
   * Connects, delivers first what was posted since the last time (again and again: the listener forgets doubles), then
   * what comes. The returned function stops it.
   */
  start(events: ChatEvents): Promise<() => Promise<void>>
  /** Bytes of a posted file, at most `limit` of them. Throws OutsideError `file-too-large`, `file-gone`. */
  download(file: Attachment, limit: number): Promise<Uint8Array>
  /**
   * Posts once per key: when the bot's own post with that key is already there, adopts it and makes it say `message`.
   * Throws OutsideError: `post-gone` when the thread is, `direct-refused` when the chat lets nobody write to that person.
   */
  post(place: Place, key: string, message: Message): Promise<Posted>
  /** Replaces text, files, buttons and choices of a post of the bot. Throws OutsideError `post-gone`. */
  update(post: PostRef, message: Message): Promise<void>
  /** Puts one mark of the bot on a person's post, in place of the one before. */
  mark(post: PostRef, mark: Mark): Promise<void>
  person(id: string): Promise<Person>
}
