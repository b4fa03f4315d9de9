// The tables as Kysely sees them; the same on both databases. `…At` columns are text made by `columns.ts`.
import type { Generated } from 'kysely'
import type { AccountsAnswer, BatchEvent } from '../../batches/batch.ts'
import type { ChatName, Mark } from '../../ports/chat.ts'
import type { BatchState, FileKind, Preference } from '../../ports/store.ts'

type PostingTable = {
  id: string
  chat: ChatName
  channel: string
  thread: string | null
  post: string
  author: string
  direct: number
  fileId: string
  fileName: string
  fileSize: number
  fileType: string
  receivedAt: string
  mark: Mark | null
  position: number
  form: Generated<string>
}

type WatermarkTable = { chat: ChatName; channel: string; post: string }

/** A job that was done keeps its row: its key must never be used again. */
type JobTable = {
  id: Generated<number>
  kind: string
  payload: string
  key: string | null
  state: 'queued' | 'leased' | 'dead' | 'done'
  runAt: string
  /** When it may be claimed: `runAt` when queued, the end of its lease when leased. */
  dueAt: string
  attempts: Generated<number>
  error: string | null
}

type BatchTable = {
  id: string
  chat: ChatName
  channel: string
  thread: string
  site: string
  requester: string
  state: BatchState
  name: string
  revision: number
  direct: number
  accounts: AccountsAnswer | null
  retryOn: string | null
  mornings: number
  quietUntil: string | null
  createdAt: string
  updatedAt: string
}

type RevisionTable = {
  batch: string
  number: number
  posting: string
  name: string
  sha256: string
  outcome: string
  report: string
  createdAt: string
}

type HistoryTable = {
  id: Generated<number>
  batch: string
  at: string
  author: string | null
  event: BatchEvent['kind']
  fromState: BatchState
  toState: BatchState
  rows: number
}

type PreferenceTable = { chat: ChatName; subject: string; name: Preference; value: string }

type FileTable = { posting: string; kind: FileKind; name: string; bytes: Uint8Array | null; expiresAt: string }

type OutgoingTable = {
  chat: ChatName
  key: string
  intendedAt: string | null
  channel: string | null
  post: string | null
  link: string | null
}

type LocalPostTable = {
  id: string
  thread: string | null
  direct: string | null
  author: string
  bot: number
  key: string | null
  text: string
  body: string
  buttons: string
  choices: Generated<string>
  reactions: string
  createdAt: string
  updatedAt: string
}

type LocalFileTable = {
  id: string
  post: string
  position: number
  name: string
  size: number
  type: string
  bytes: Uint8Array | null
}

export type Tables = {
  postings: PostingTable
  watermarks: WatermarkTable
  jobs: JobTable
  batches: BatchTable
  revisions: RevisionTable
  history: HistoryTable
  files: FileTable
  outgoing: OutgoingTable
  preferences: PreferenceTable
  localPosts: LocalPostTable
  localFiles: LocalFileTable
}
