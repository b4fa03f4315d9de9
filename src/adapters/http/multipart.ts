// The one place that knows busboy; file contents stay in memory because they go into one row of the store.
import busboy from 'busboy'
import { HttpError } from './errors.ts'
import type { HttpRequest } from './route.ts'

export type UploadedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array }

export type Form = { readonly fields: ReadonlyMap<string, string>; readonly files: readonly UploadedFile[] }

export type FormLimits = {
  readonly files: number
  /** Bytes of all files together. */
  readonly bytes: number
  /** Bytes of one text field. */
  readonly field: number
}

/**
 * Reads a multipart form; names are as the client gave them, and an input left empty in a browser counts for nothing.
 * Throws HttpError 415 `not-multipart`, 400 `bad-multipart`, 413 `file-too-large`, 413 `field-too-large`,
 * 400 `too-many-files`.
 */
export async function readMultipart(request: HttpRequest, limits: FormLimits): Promise<Form> {
  const parser = openParser(request, limits)
  const fields = new Map<string, string>()
  const files: UploadedFile[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    const refuse = (error: HttpError): void => {
      request.body.unpipe(parser)
      reject(error)
    }
    parser.on('field', (name, value, { valueTruncated }) => {
      if (valueTruncated) refuse(new HttpError(413, 'field-too-large', `The field “${name}” is too long.`))
      fields.set(name, value)
    })
    // busboy's types promise a name; a browser's empty file input has none.
    parser.on('file', (_name, stream, { filename, mimeType }: { filename: string | undefined; mimeType: string }) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > limits.bytes) refuse(tooLarge(limits.bytes))
        else chunks.push(chunk)
      })
      stream.on('end', () => {
        if (!filename && chunks.length === 0) return
        files.push({ name: unescapeName(filename ?? ''), type: mimeType, bytes: Buffer.concat(chunks) })
        if (files.length > limits.files)
          refuse(new HttpError(400, 'too-many-files', `A post may have ${limits.files} files at most.`))
      })
      stream.on('error', () => undefined)
    })
    parser.once('partsLimit', () => refuse(malformed()))
    parser.once('error', () => refuse(malformed()))
    parser.once('close', resolve)
    request.body.once('error', () => refuse(malformed()))
    request.body.once('close', () => {
      if (!request.body.readableEnded) refuse(malformed())
    })
    request.body.pipe(parser)
  })
  return { fields, files }
}

function openParser(request: HttpRequest, limits: FormLimits): busboy.Busboy {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? ''))
    throw new HttpError(415, 'not-multipart', 'Send this as multipart/form-data.')
  if (Number(request.headers['content-length'] ?? 0) > limits.bytes + 1024 * 1024) throw tooLarge(limits.bytes)
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: true,
      limits: { fieldSize: limits.field, parts: limits.files + 30, headerPairs: 100 },
    })
  } catch {
    throw malformed()
  }
}

/** Browsers escape three characters in names and no percent sign: https://html.spec.whatwg.org/#multipart-form-data */
function unescapeName(name: string): string {
  return name.replaceAll('%22', '"').replaceAll('%0D', '\r').replaceAll('%0A', '\n')
}

function tooLarge(bytes: number): HttpError {
  const limit = bytes >= 1024 * 1024 ? `${Math.floor(bytes / 1024 / 1024)} MB` : `${bytes} bytes`
  return new HttpError(413, 'file-too-large', `The files of one post may have ${limit} together. Nothing was kept.`)
}

function malformed(): HttpError {
  return new HttpError(400, 'bad-multipart', 'This form is not well formed or was cut short.')
}
