// Reads what the bot sends, in each of the three forms that Slack takes.
import type { IncomingMessage } from 'node:http'
import type { Json } from './state.ts'

export async function readBytes(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Arguments of a method: form fields are text, some of them JSON. */
export async function readArguments(request: IncomingMessage): Promise<Json> {
  const body = await readBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (type.includes('application/json')) return JSON.parse(body.toString()) as Json
  if (type.includes('multipart/')) return fieldsOf([...(await formOf(body, type))])
  return fieldsOf([...new URLSearchParams(body.toString())])
}

/** The bytes of an upload: the body itself, or the only file or field of a form. */
export async function readUpload(request: IncomingMessage): Promise<Uint8Array> {
  const body = await readBytes(request)
  const type = request.headers['content-type'] ?? ''
  if (!type.includes('multipart/')) return body
  for (const value of (await formOf(body, type)).values())
    if (value instanceof File) return new Uint8Array(await value.arrayBuffer())
  return new Uint8Array()
}

const formOf = (body: Buffer<ArrayBuffer>, type: string): Promise<FormData> =>
  new Response(body, { headers: { 'content-type': type } }).formData()

function fieldsOf(fields: readonly (readonly [string, unknown])[]): Json {
  return Object.fromEntries(
    fields.map(([name, value]) => [name, structured.has(name) && typeof value === 'string' ? parsed(value) : value]),
  )
}

/** Arguments that are more than text, written as JSON. */
const structured = new Set(['blocks', 'attachments', 'metadata', 'files', 'file_ids', 'view'])

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
