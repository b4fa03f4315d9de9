// Nothing of a body is kept beyond its limit, whatever Content-Length says.
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import { HttpError } from './errors.ts'
import type { HttpRequest } from './route.ts'

const jsonLimit = 256 * 1024

/** All bytes of a body. Throws HttpError 413 `body-too-large`. */
export async function readBody(request: HttpRequest, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new HttpError(413, 'body-too-large', `This request may have ${limit} bytes at most.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** A JSON body of the wanted shape. Throws HttpError 415 `not-json`, 400 `bad-json`, 400 `bad-body`, 413. */
export async function readJson<Schema extends z.ZodType>(
  request: HttpRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'not-json', 'Send this as application/json.')
  const body = await readBody(request, jsonLimit)
  const parsed = schema.safeParse(parse(body))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new HttpError(400, 'bad-body', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.replace(/^: /, ''))
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new HttpError(400, 'bad-json', 'This is not valid JSON.')
  }
}

/** Reads and forgets the rest of a body: clients that are cut while they send do not read the answer. */
export async function drain(stream: Readable, limit: number): Promise<void> {
  if (stream.readableEnded || stream.destroyed) return
  await new Promise<void>((resolve) => {
    let size = 0
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) resolve()
    })
    stream.once('close', resolve)
    stream.once('end', resolve)
    stream.once('error', () => resolve())
    stream.resume()
  })
}
