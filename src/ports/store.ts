// What must survive a kill -9. Every call is durable when it settles; all of them throw OutsideError only:
// `store-unavailable` (later it may work), `store-refused` (the rows forbid it: never will), and where said another.
// Instants are kept to the millisecond.
import type { Batch as AnyBatch } from '../batches/batch.ts'
import type { HistoryEntry } from '../batches/history.ts'
import type { ChatName, Mark, Posted, Posting, PostRef } from './chat.ts'

/** A posted file waiting for its answer; unique on (chat, channel, post, file id): Slack's post ids repeat across channels. */
export type StoredPosting = {
  readonly id: string
  readonly chat: ChatName
  readonly channel: string
  readonly thread: string | null
  readonly post: string
  readonly author: string
  readonly direct: boolean
  readonly file: { readonly id: string; readonly name: string; readonly size: number; readonly type: string }
  /** Of the file among those of its post, from 0. */
  readonly position: number
  readonly form: Posting['form']
  readonly receivedAt: Temporal.Instant
}

export type NewPosting = Omit<StoredPosting, 'id'>

/** `payload` is JSON; its shape belongs to the kind and is checked by whoever reads it. It goes when the job is finished. */
export type NewJob = {
  readonly kind: string
  readonly payload: unknown
  readonly runAt: Temporal.Instant
  /** At most one job ever with this key. */
  readonly key: string | null
}

export type Job = {
  readonly id: string
  readonly kind: string
  readonly payload: unknown
  /** 1 on the first claim. It is the fencing token: `finish` and `fail` with an older one do nothing. */
  readonly attempts: number
}

export interface Postings {
  /**
   * Stores a posting and a `check-file` job with payload `{ posting: id }`, in one transaction. False when that file of
   * that post is already known: nothing was stored, nothing more will happen.
   */
  receive(posting: NewPosting): Promise<boolean>
  get(id: string): Promise<StoredPosting | null>
  /** Those of one post, in the order of its files. */
  ofPost(chat: ChatName, channel: string, post: string): Promise<readonly StoredPosting[]>
  /** The last one received in that thread, of one post its last file, or in the whole channel when `thread` is null. */
  latest(chat: ChatName, channel: string, thread: string | null): Promise<StoredPosting | null>
  /** Saves the state of that file; gives those of all files of its post, null where none was saved. */
  mark(id: string, mark: Mark): Promise<readonly (Mark | null)[]>
  /** Id of the last post seen in a channel, or null. */
  watermark(chat: ChatName, channel: string): Promise<string | null>
  setWatermark(chat: ChatName, channel: string, post: string): Promise<void>
}

export interface Jobs {
  add(job: NewJob): Promise<void>
  /**
   * Takes up to `limit` due jobs, oldest first, and leases them; a lease that ran out makes a job due again. The lease
   * has hours, minutes and seconds, no days.
   */
  claim(limit: number, now: Temporal.Instant, lease: Temporal.Duration): Promise<readonly Job[]>
  /** Makes the lease last until then, so that it can be short. False when it was lost. */
  renew(job: Job, until: Temporal.Instant): Promise<boolean>
  /** False when the lease was lost to another process meanwhile. */
  finish(job: Job): Promise<boolean>
  /**
   * Puts it back until `retryAt`, or when that is null keeps it, dead, for a person to look at: it is never claimed
   * again. False when the lease was lost.
   */
  fail(job: Job, retryAt: Temporal.Instant | null, error: string): Promise<boolean>
  /** Queued, leased and dead, for health and metrics. */
  counts(): Promise<{ readonly queued: number; readonly leased: number; readonly dead: number }>
  /** When the next job can be claimed (queued and due, or its lease at an end), or null. */
  nextDue(): Promise<Temporal.Instant | null>
}

export type { BatchState } from '../batches/batch.ts'

/** One request in one thread of one chat. */
export type Batch = AnyBatch & { readonly chat: ChatName }

/** What stands in place of a file name that was forgotten. */
export const forgottenName = '…'

/** Each file sent in a batch, with what was found. */
export type Revision = {
  readonly batch: string
  readonly number: number
  readonly posting: string
  readonly name: string
  readonly sha256: string
  /** JSON that names nobody, kept for good. */
  readonly outcome: unknown
  /** JSON without file texts; null once it was forgotten. */
  readonly report: unknown
  readonly createdAt: Temporal.Instant
}

export interface Batches {
  /** Inserts it, or returns the one already there with that id. */
  open(batch: Batch): Promise<Batch>
  get(id: string): Promise<Batch | null>
  /** Batches of a thread, oldest first. */
  inThread(chat: ChatName, channel: string, thread: string): Promise<readonly Batch[]>
  /** Batches that still expect something, oldest first; of one chat, channel or requester when these are given. */
  pending(of?: BatchFilter): Promise<readonly Batch[]>
  /**
   * Adds a revision, changes the batch and notes it in its history, in one transaction. When that posting already has a
   * revision, what was found takes the place of what was found before, under the same number and with the same time, the batch is changed (and
   * the change noted) only if that revision is its last, and false is returned. Throws OutsideError `store-conflict`, and
   * changes nothing, when the batch has got that number or a later one from somebody else, is no longer in the state
   * that the entry says it came from, or was changed after `seen`, its `updatedAt` as it was read: read it again.
   */
  revise(revision: Revision, change: BatchChange, entry: HistoryEntry, seen?: Temporal.Instant): Promise<boolean>
  /**
   * Changes a batch and notes why in its history, in one transaction; an event of the same kind and instant is noted
   * once. False, and nothing is changed, when the batch is no longer in the state that the entry says it came from.
   */
  change(id: string, change: BatchChange, entry: HistoryEntry): Promise<boolean>
  /** Revisions of a batch, oldest first. */
  revisions(id: string): Promise<readonly Revision[]>
}

export type BatchFilter = { readonly chat?: ChatName; readonly channel?: string; readonly requester?: string }

/** What may change of a batch besides its revisions; what is left out stays. */
export type BatchChange = Partial<Pick<Batch, 'state' | 'site' | 'accounts' | 'retryOn' | 'mornings' | 'quietUntil'>>

/** `handed`: rows that staff marked as done, under the posting that opened the batch. */
export type FileKind = 'posted' | 'corrected' | 'rejected' | 'handed'

/** A file of a batch; its bytes and its name are forgotten after the retention time, the row stays. */
export type StoredFile = {
  readonly posting: string
  readonly kind: FileKind
  readonly name: string
  readonly bytes: Uint8Array | null
}

/** What happened, for the thread that tells it and for the digest. */
export interface Chronicle {
  /** What happened to a batch, oldest first. */
  of(batch: string): Promise<readonly HistoryEntry[]>
  /** What happened to all batches from then on, oldest first. */
  since(at: Temporal.Instant): Promise<readonly { readonly batch: Batch; readonly entry: HistoryEntry }[]>
  /** Files that were checked from then on, in any batch, oldest first. */
  revisionsSince(at: Temporal.Instant): Promise<readonly { readonly batch: Batch; readonly revision: Revision }[]>
  /** Every channel in which a batch was ever opened, direct messages left out. */
  channels(): Promise<readonly { readonly chat: ChatName; readonly channel: string }[]>
}

export interface Files {
  /** Replaces what was there for that posting and kind. */
  put(file: StoredFile & { readonly bytes: Uint8Array }, expiresAt: Temporal.Instant): Promise<void>
  get(posting: string, kind: FileKind): Promise<StoredFile | null>
  /**
   * Forgets expired files (but rows handed over of a batch that is open) and, of what is older than `retention`, reports, file names and what dead jobs were about; ids,
   * times, states and outcomes stay. How many rows had something to forget.
   */
  forget(now: Temporal.Instant, retention: Temporal.Duration): Promise<number>
}

/** What the bot wants to have said, saved before it is said, so that it is said once. */
export interface Outgoing {
  /** Saves the intent; returns the post when it was already made. */
  intend(chat: ChatName, key: string, at: Temporal.Instant): Promise<Posted | null>
  /** Saves where it was said. */
  settle(chat: ChatName, key: string, post: Posted): Promise<void>
  /** Where it was said, or null. */
  find(chat: ChatName, key: string): Promise<Posted | null>
  /** The key of what was said there, to know what a pressed button belongs to; null when the bot does not know it. */
  keyOf(chat: ChatName, post: PostRef): Promise<string | null>
}

/** What people chose and need not choose again. */
export interface Preferences {
  /** `subject` is the id of a channel or a person. Null when nothing was chosen. */
  get(chat: ChatName, subject: string, name: Preference): Promise<string | null>
  set(chat: ChatName, subject: string, name: Preference, value: string): Promise<void>
}

export type Preference = 'site' | 'language'

export interface Store {
  readonly postings: Postings
  readonly jobs: Jobs
  readonly batches: Batches
  readonly chronicle: Chronicle
  readonly files: Files
  readonly outgoing: Outgoing
  readonly preferences: Preferences
}
