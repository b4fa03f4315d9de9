// The bytes of a posted file, counted while they arrive: sizes are what the chat says.
import type { Attachment } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Api } from './api.ts'
import { asCode } from './refusal.ts'

/** Throws OutsideError `file-too-large`, `file-gone`, and what requests throw. */
export async function download(api: Api, { id, size }: Attachment, limit: number): Promise<Uint8Array> {
  if (size > limit) throw tooLarge(limit)
  const response = await api.open(`/files/${encodeURIComponent(id)}`).catch((error: unknown) => {
    throw asCode(error, [400, 403, 404], 'file-gone', 'The file is not there any more')
  })
  const chunks: Uint8Array[] = []
  let read = 0
  try {
    for await (const chunk of response.body ?? []) {
      read += chunk.length
      if (read > limit) throw tooLarge(limit)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof OutsideError) throw error
    throw new OutsideError('chat-unavailable', 'The file was cut while it arrived', { cause: error })
  }
  return Buffer.concat(chunks)
}

function tooLarge(limit: number): OutsideError {
  return new OutsideError('file-too-large', `The file has more than ${limit} bytes`)
}
