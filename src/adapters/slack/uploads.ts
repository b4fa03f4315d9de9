// Files in Slack live apart from posts: bytes first, which nobody sees, then a message of their own that shows them.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../ports/clock.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { OutgoingFile } from '../../replies/message.ts'
import { fileNamed } from './attachments.ts'
import { isFailure } from './failure.ts'
import type { OwnFile } from './own-metadata.ts'
import { readThread } from './reading.ts'
import { anything, type SlackFile } from './shapes.ts'
import type { Web } from './web.ts'

export type FilePlace = { readonly channel: string; readonly thread: string | null }

export type Uploads = {
  /** Sends the bytes; nobody sees them yet. */
  send(files: readonly OutgoingFile[]): Promise<readonly OwnFile[]>
  /** Shows them together. */
  show(files: readonly OwnFile[], place: FilePlace): Promise<void>
  isShown(file: OwnFile): Promise<boolean>
  /** Takes files away with the messages that show them; those already gone are passed over. */
  remove(files: readonly { readonly id: string }[], place: FilePlace): Promise<void>
}

const ticketShape = z.object({ upload_url: z.string(), file_id: z.string() })

/** Milliseconds that the bytes of one file may take. */
const patience = 60_000

/** How long Slack may take to tell where a file is shown that it was asked to show. */
const lag = Temporal.Duration.from({ seconds: 30 })

export function createUploads(web: Web, clock: Clock): Uploads {
  const shownAt = new Map<string, Temporal.Instant>()

  async function send(file: OutgoingFile): Promise<OwnFile> {
    const given = { filename: file.name, length: file.bytes.length }
    const { upload_url, file_id: id } = await web.call('files.getUploadURLExternal', given, ticketShape)
    await sendBytes(upload_url, file.bytes)
    return { id, name: file.name, sha: shaOf(file) }
  }

  async function known(id: string): Promise<SlackFile | null> {
    try {
      return await fileNamed(web, id)
    } catch (error) {
      if (isFailure(error, 'file-gone')) return null
      throw error
    }
  }

  async function remove({ id }: { readonly id: string }, place: FilePlace): Promise<void> {
    const file = await known(id)
    if (!file) return
    const { channel } = place
    for (const ts of await stampsOf(file, place))
      await unless('post-gone', web.call('chat.delete', { channel, ts }, anything))
    await unless('file-gone', web.call('files.delete', { file: id }, anything))
  }

  /** Of the messages that show a file: as Slack tells, or as the thread shows while Slack does not tell yet. */
  async function stampsOf({ id, shares }: SlackFile, { channel, thread }: FilePlace): Promise<readonly string[]> {
    const told = Object.values(shares ?? {}).flatMap((kind) => (kind[channel] ?? []).map(({ ts }) => ts))
    if (told.length > 0 || thread === null) return told
    const posts = await readThread(web.call, channel, thread)
    return posts.filter(({ files }) => files?.some((file) => file.id === id)).map(({ ts }) => ts)
  }

  async function isShown({ id }: OwnFile): Promise<boolean> {
    const at = shownAt.get(id)
    if (at && Temporal.Instant.compare(clock.now(), at.add(lag)) < 0) return true
    return Object.values((await known(id))?.shares ?? {}).some((kind) => Object.keys(kind).length > 0)
  }

  return {
    send: (files) => Promise.all(sendable(files).map(send)),
    async show(files, { channel, thread }) {
      if (files.length === 0) return
      const named = files.map(({ id, name }) => ({ id, title: name }))
      const given = { files: named, channel_id: channel, ...(thread === null ? {} : { thread_ts: thread }) }
      await web.call('files.completeUploadExternal', given, anything)
      shownAt.clear()
      for (const { id } of files) shownAt.set(id, clock.now())
    },
    isShown,
    async remove(files, place) {
      for (const file of files) await remove(file, place)
    },
  }
}

/** Slack takes no file without bytes. */
export const sendable = (files: readonly OutgoingFile[]) => files.filter(({ bytes }) => bytes.length > 0)

export const shaOf = ({ bytes }: Pick<OutgoingFile, 'bytes'>) => createHash('sha256').update(bytes).digest('base64url')

async function sendBytes(url: string, bytes: Uint8Array): Promise<void> {
  const body = Buffer.from(bytes)
  try {
    const { ok, status } = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(patience) })
    if (!ok) throw new OutsideError('chat-unavailable', `Slack answered an upload with status ${status}`)
  } catch (cause) {
    if (cause instanceof OutsideError) throw cause
    throw new OutsideError('chat-unavailable', 'Slack could not be reached for an upload', { cause })
  }
}

async function unless(code: string, work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    if (!isFailure(error, code)) throw error
  }
}
