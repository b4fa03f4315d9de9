// What a person may post here is what Mattermost would take, so that nobody learns habits that fail elsewhere.
import { randomUUID } from 'node:crypto'
import type { Person } from '../../ports/chat.ts'
import type { NewLocalFile } from '../../ports/local-posts.ts'
import { HttpError } from '../http/errors.ts'
import { type Form, type FormLimits, readMultipart, type UploadedFile } from '../http/multipart.ts'
import type { HttpRequest } from '../http/route.ts'
import { cleanFileName } from './file-name.ts'

/** Characters of a post, as in Mattermost. */
export const longestText = 16_383

/** Files of a post, as in Mattermost. */
export const mostFiles = 10

export type NewPost = {
  readonly author: string
  readonly text: string
  readonly thread: string | null
  readonly files: readonly NewLocalFile[]
}

/**
 * Reads a post from a form with `author`, `text`, `thread` and any number of `file`. Throws HttpError 400
 * `unknown-author`, `unknown-field`, `empty-post`, `text-too-long`, and what `readMultipart` throws.
 */
export async function readNewPost(
  request: HttpRequest,
  people: readonly Person[],
  uploadLimit: number,
): Promise<NewPost> {
  const limits: FormLimits = { files: mostFiles, bytes: uploadLimit, field: longestText * 4 + 1 }
  const { fields, files } = await readMultipart(request, limits)
  checkFields(fields)
  const text = checkText(fields.get('text') ?? '', files)
  return {
    author: checkAuthor(fields.get('author'), people),
    text,
    thread: fields.get('thread') || null,
    files: files.map(toFile),
  }
}

/** The text as it is kept. Throws HttpError 400 `empty-post` when there is no file either, `text-too-long`. */
export function checkText(written: string, files: readonly unknown[]): string {
  const text = written.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim()
  if (text === '' && files.length === 0) throw new HttpError(400, 'empty-post', 'A post needs a text or a file.')
  if (Array.from(text).length > longestText)
    throw new HttpError(400, 'text-too-long', `A post may have ${longestText} characters at most.`)
  return text
}

/** The id, when it is one of these people. Throws HttpError 400 `unknown-author`. */
export function checkAuthor(author: string | undefined, people: readonly Person[]): string {
  const known = people.find(({ id }) => id === author)
  if (known) return known.id
  const ids = people.map(({ id }) => id).join(', ')
  throw new HttpError(400, 'unknown-author', `The author must be one of: ${ids}.`)
}

function checkFields(fields: Form['fields']): void {
  const unknown = [...fields.keys()].find((name) => !['author', 'text', 'thread'].includes(name))
  if (unknown === undefined) return
  const hint =
    unknown === 'file' ? 'The field “file” must be a file with a name.' : `The field “${unknown}” is unknown.`
  throw new HttpError(400, 'unknown-field', hint)
}

function toFile({ name, type, bytes }: UploadedFile): NewLocalFile {
  return { id: randomUUID(), name: cleanFileName(name), type, size: bytes.length, bytes }
}
