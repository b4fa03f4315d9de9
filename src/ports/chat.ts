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

/** A post of a person, as it arrived. */
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
}

/** A press of a button of one of the bot's posts. */
export type Press = {
  readonly chat: ChatName
  readonly channel: string
  readonly post: string
  readonly button: string
  readonly person: string
}

/** `/enrol-check …`, without the command's own name. */
export type Command = {
  readonly chat: ChatName
  readonly channel: string
  readonly thread: string | null
  readonly person: string
  readonly text: string
}

/** Id of a post of the bot, enough to edit it. */
export type PostRef = { readonly channel: string; readonly post: string }

/** The state of a request as a mark on the person's post. */
export type Mark = 'working' | 'ready' | 'partial' | 'blocked' | 'waiting' | 'done' | 'failed'

/** What a chat tells the application; each call settles only once the event is stored. */
export type ChatEvents = {
  posted(posting: Posting): Promise<void>
  pressed(press: Press): Promise<Message | null>
  commanded(command: Command): Promise<Message>
}

/** Seven abilities; what a chat can do beyond them stays inside its adapter. */
export interface Chat {
  readonly name: ChatName
  /**
   * Connects, delivers first what was posted since the last time (again and again: the listener forgets doubles), then
   * what comes. The returned function stops it.
   */
  start(events: ChatEvents): Promise<() => Promise<void>>
  /** Bytes of a posted file, at most `limit` of them. Throws OutsideError `file-too-large`, `file-gone`. */
  download(file: Attachment, limit: number): Promise<Uint8Array>
  /** Posts once per key: when the bot's own post with that key is already there, adopts it and makes it say `message`. */
  post(place: Place, key: string, message: Message): Promise<PostRef>
  /** Replaces text, files and buttons of a post of the bot. */
  update(post: PostRef, message: Message): Promise<void>
  /** Puts one mark of the bot on a person's post, in place of the one before. */
  mark(post: PostRef, mark: Mark): Promise<void>
  person(id: string): Promise<Person>
}
