// Downloads: always an attachment, never something a browser would show or run.
import { HttpError } from '../http/errors.ts'
import type { Answer, HttpRequest, Route } from '../http/route.ts'
import type { Channel } from './channel.ts'
import { attachmentHeader } from './file-name.ts'

/** `GET /files/:file`; 404 for an unknown id, 410 once its bytes were forgotten. */
export function fileRoutes(channel: Channel): readonly Route[] {
  return [{ method: 'GET', path: '/files/:file', answer: (request) => download(channel, request) }]
}

async function download({ posts, privateReplies }: Channel, { params }: HttpRequest): Promise<Answer> {
  const id = params.file ?? ''
  const file = privateReplies.file(id) ?? (await posts.file(id))
  if (!file) throw new HttpError(404, 'unknown-file', 'There is no such file, or a newer one took its place.')
  if (!file.bytes) throw new HttpError(410, 'file-forgotten', 'This file was deleted after the retention time.')
  return {
    status: 200,
    headers: {
      'content-type': contentType(file.type),
      'content-length': String(file.bytes.length),
      'content-disposition': attachmentHeader(file.name),
      'content-security-policy': "default-src 'none'; sandbox",
    },
    body: file.bytes,
  }
}

/** The type as it was posted when it is well formed; ours are all UTF-8 and say so. */
function contentType(type: string): string {
  if (!/^[\w.+-]+\/[\w.+-]+$/.test(type)) return 'application/octet-stream'
  return type
}
