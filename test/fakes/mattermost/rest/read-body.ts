// The bytes of a request's body, and JSON of a bounded length.
import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { ApiError, bodyInvalid } from '../errors.ts'

/** Bytes; of the real limit one knows that 0.3 MB pass and 0.8 MB do not. */
const longestJson = 310_000

export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Throws ApiError 413 over the limit, 400 for what is no JSON or not of that shape. */
export async function readJson<T>(request: IncomingMessage, schema: z.ZodType<T>, name: string): Promise<T> {
  const bytes = await readBytes(request)
  if (bytes.length > longestJson) {
    const text = 'Unable to process request. Request body too large.'
    throw new ApiError(413, 'api.context.request_body_too_large.app_error', text)
  }
  const read = schema.safeParse(parse(bytes.toString(), name))
  if (!read.success) throw bodyInvalid(name)
  return read.data
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bodyInvalid(name)
  }
}
