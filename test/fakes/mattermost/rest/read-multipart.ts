// Uploads as forms: fields and files in any order; names stay as the client wrote them, `%22` and all.
import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import type { NewFile } from '../rules/uploading.ts'

export type Form = { readonly fields: ReadonlyMap<string, readonly string[]>; readonly files: readonly NewFile[] }

export function readMultipart(request: IncomingMessage): Promise<Form> {
  const fields = new Map<string, string[]>()
  const files: NewFile[] = []
  const parser = busboy({ headers: request.headers, defParamCharset: 'utf8' })
  parser.on('field', (name, value) => fields.set(name, [...(fields.get(name) ?? []), value]))
  parser.on('file', (_field, stream, { filename }) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => files.push({ name: filename ?? '', bytes: Buffer.concat(chunks) }))
  })
  return new Promise((resolve, reject) => {
    parser.on('close', () => resolve({ fields, files }))
    parser.on('error', reject)
    request.pipe(parser)
  })
}
