// Files are uploaded first and attached after; the server leaves out what it does not like without a word, so what was
// attached is compared with what was sent.
import { OutsideError } from '../../ports/outside-error.ts'
import type { Message, OutgoingFile } from '../../replies/message.ts'
import { type Api, read } from './api.ts'
import { isRefusal } from './refusal.ts'
import { uploadSchema } from './shapes.ts'
import { words } from './words.ts'

export type Uploaded = {
  readonly ids: readonly string[]
  /** Larger than this server takes. */
  readonly leftOut: readonly OutgoingFile[]
}

/** The server refuses a post with more. */
const mostFiles = 10

/** Uploads the files of one post. Throws OutsideError `too-many-files`, and what requests throw. */
export async function upload(api: Api, channel: string, files: readonly OutgoingFile[]): Promise<Uploaded> {
  if (files.length > mostFiles) throw new OutsideError('too-many-files', `A post has ${mostFiles} files at most`)
  const ids: string[] = []
  const leftOut: OutgoingFile[] = []
  for (const file of files) {
    const id = await uploadOne(api, channel, file)
    if (id === null) leftOut.push(file)
    else ids.push(id)
  }
  return { ids, leftOut }
}

/** Null for a file that is over the server's limit. */
async function uploadOne(api: Api, channel: string, { name, type, bytes }: OutgoingFile): Promise<string | null> {
  const form = new FormData()
  form.set('channel_id', channel)
  form.set('files', new Blob([Uint8Array.from(bytes)], { type }), shownName(name))
  try {
    const [info] = read(uploadSchema, await api.client.uploadFile(form)).file_infos
    if (!info) throw new OutsideError('chat-unavailable', 'Mattermost took a file and kept none')
    return info.id
  } catch (error) {
    if (isRefusal(error, [413])) return null
    throw error
  }
}

/** A quotation mark would arrive as `%22`. */
function shownName(name: string): string {
  return name.replaceAll('"', '’').replace(/\p{Cc}/gu, ' ')
}

/** The message, with a line on the files that are missing from it. */
export function withLeftOut(message: Message, leftOut: readonly OutgoingFile[]): Message {
  if (leftOut.length === 0) return message
  const names = leftOut.flatMap(({ name }, index) => [...(index > 0 ? [', '] : []), { code: name }])
  const line = { kind: 'note' as const, spans: [words[message.language].leftOut, ...names] }
  return { ...message, paragraphs: [...message.paragraphs, line] }
}
