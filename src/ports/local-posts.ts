// What the local channel keeps: it is its own chat server, so its posts live in the store like everything else.
import type { Choice } from '../replies/message.ts'

export type LocalFile = {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly type: string
}

export type LocalButton = { readonly id: string; readonly label: string; readonly style: string }

/** A person's post with neither words nor files is one that its author deleted. */
export type LocalPost = {
  /** Ids sort in the order of posting. */
  readonly id: string
  /** Id of the thread's first post, or null. */
  readonly thread: string | null
  /** Person whose direct messages it belongs to, or null for the channel. */
  readonly direct: string | null
  readonly author: string
  readonly bot: boolean
  /** Unique among the bot's posts. */
  readonly key: string | null
  readonly text: string
  /** Paragraphs of the message as JSON, for the bot's posts. */
  readonly body: unknown
  readonly files: readonly LocalFile[]
  readonly buttons: readonly LocalButton[]
  readonly choices: readonly Choice[]
  readonly reactions: readonly string[]
  readonly created: Temporal.Instant
  readonly updated: Temporal.Instant
}

export type NewLocalFile = LocalFile & { readonly bytes: Uint8Array }

export interface LocalPosts {
  /** Inserts a post with its files, or replaces all of the one with that id, in one transaction; files no longer named go. */
  save(post: Omit<LocalPost, 'files'>, files: readonly NewLocalFile[]): Promise<LocalPost>
  /** Changes reactions only. */
  react(id: string, reactions: readonly string[], at: Temporal.Instant): Promise<LocalPost | null>
  get(id: string): Promise<LocalPost | null>
  byKey(key: string): Promise<LocalPost | null>
  /**
   * Oldest first. The whole channel without direct messages, or with `direct` the direct messages of that person; of
   * these, with `thread` its first post and the answers, with `after` the posts with a later id.
   */
  list(filter: {
    readonly thread?: string
    readonly direct?: string
    readonly after?: string
  }): Promise<readonly LocalPost[]>
  /** Bytes are null once forgotten. */
  file(id: string): Promise<(LocalFile & { readonly bytes: Uint8Array | null }) | null>
  /**
   * Deletes the threads in which nothing was said or changed since then, and of the others forgets the bytes of files
   * that people posted, or the bot changed last, before that; how many posts and files.
   */
  forget(before: Temporal.Instant): Promise<number>
}
