// Buttons and reactions are lists inside a row, as JSON: nobody ever searches for one.
import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { LocalFile, LocalPost } from '../../ports/local-posts.ts'
import { fromInstant, toInstant, toJson, toText } from './columns.ts'
import type { Tables } from './schema.ts'

type PostRow = Selectable<Tables['localPosts']>
type JoinedRow = PostRow & {
  fileId: string | null
  fileName: string | null
  fileSize: number | null
  fileType: string | null
}

const Buttons = z.array(z.object({ id: z.string(), label: z.string(), style: z.string() }))
const Choices = z.array(
  z.object({
    id: z.string(),
    label: z.string(),
    options: z.array(z.object({ value: z.string(), label: z.string() })),
    chosen: z.string().nullable(),
  }),
)
const Reactions = z.array(z.string())

/** The row of a post; its files have rows of their own. */
export function fromLocalPost(post: Omit<LocalPost, 'files'>): PostRow {
  return {
    id: post.id,
    thread: post.thread,
    direct: post.direct,
    author: post.author,
    bot: post.bot ? 1 : 0,
    key: post.key,
    text: toText(post.text),
    body: toJson(post.body),
    buttons: toJson(post.buttons),
    choices: toJson(post.choices),
    reactions: toJson(post.reactions),
    createdAt: fromInstant(post.created),
    updatedAt: fromInstant(post.updated),
  }
}

/** Posts with their files, from rows of posts joined with their files; keeps the order. */
export function toLocalPosts(rows: readonly JoinedRow[]): LocalPost[] {
  return [...Map.groupBy(rows, (row) => row.id).values()].map(toLocalPost)
}

function toLocalPost(rows: JoinedRow[]): LocalPost {
  const row = rows[0]!
  return {
    id: row.id,
    thread: row.thread,
    direct: row.direct,
    author: row.author,
    bot: row.bot === 1,
    key: row.key,
    text: row.text,
    body: JSON.parse(row.body) as unknown,
    files: rows.filter((joined) => joined.fileId !== null).map(toFile),
    buttons: Buttons.parse(JSON.parse(row.buttons)),
    choices: Choices.parse(JSON.parse(row.choices)),
    reactions: Reactions.parse(JSON.parse(row.reactions)),
    created: toInstant(row.createdAt),
    updated: toInstant(row.updatedAt),
  }
}

function toFile({ fileId, fileName, fileSize, fileType }: JoinedRow): LocalFile {
  return { id: fileId!, name: fileName!, size: fileSize!, type: fileType! }
}
