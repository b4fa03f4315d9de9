// What the API shows of a post: the contract's fields, and the paragraphs that the page lays out itself.
import { z } from 'zod'
import { type Language, languages } from '../../moodle/language.ts'
import type { LocalFile, LocalPost } from '../../ports/local-posts.ts'
import type { Message, Paragraph } from '../../replies/message.ts'
import { editedAt } from './edits.ts'
import { type Picture, picturesOf } from './pictures.ts'

export type PostJson = {
  readonly id: string
  readonly thread: string | null
  /** Person whose direct messages it belongs to. */
  readonly direct: string | null
  readonly author: string
  readonly bot: boolean
  readonly text: string
  /** For the bot's posts: paragraphs of spans, and the language they are in. */
  readonly body: readonly Paragraph[] | null
  readonly language: Language | null
  readonly files: readonly FileJson[]
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly style: string }[]
  readonly choices: LocalPost['choices']
  readonly reactions: readonly string[]
  readonly created: string
  readonly updated: string
  /** When its words or files last changed, marks apart; null when they never did. */
  readonly edited: string | null
}

/** `picture`: for those of the bot to be shown in place; they are downloads all the same. */
type FileJson = LocalFile & {
  readonly url: string
  readonly picture: Pick<Picture, 'width' | 'height'> | null
}

const spanSchema = z.union([
  z.string(),
  z.object({ bold: z.string() }),
  z.object({ code: z.string() }),
  z.object({ italic: z.string() }),
  z.object({ name: z.string() }),
  z.object({ link: z.string(), text: z.string() }),
])

const bodySchema = z.object({
  language: z.enum(languages),
  paragraphs: z.array(z.object({ kind: z.enum(['text', 'item', 'note']), spans: z.array(spanSchema) })),
  pictures: z.array(z.object({ name: z.string(), width: z.int(), height: z.int() })).default([]),
})

/** `LocalPost.body` of a message of the bot. */
export function toBody({ language, paragraphs, files }: Message): z.output<typeof bodySchema> {
  return bodySchema.parse({ language, paragraphs, pictures: picturesOf(files) })
}

/** A post as the API gives it; a body that nobody understands any more is left out, its text stays. */
export function toPostJson(post: LocalPost): PostJson {
  const body = post.bot ? bodySchema.safeParse(post.body).data : undefined
  return {
    id: post.id,
    thread: post.thread,
    direct: post.direct,
    author: post.author,
    bot: post.bot,
    text: post.text,
    body: body?.paragraphs ?? null,
    language: body?.language ?? null,
    files: post.files.map((file) => toFileJson(file, body?.pictures ?? [])),
    buttons: post.buttons.map(({ id, label, style }) => ({ id, label, style })),
    choices: post.choices,
    reactions: post.reactions,
    created: post.created.toString({ smallestUnit: 'millisecond' }),
    updated: post.updated.toString({ smallestUnit: 'millisecond' }),
    edited: editedAt(post)?.toString({ smallestUnit: 'millisecond' }) ?? null,
  }
}

function toFileJson({ id, name, size, type }: LocalFile, pictures: readonly Picture[]): FileJson {
  const picture = pictures.find((each) => each.name === name)
  const shown = picture ? { width: picture.width, height: picture.height } : null
  return { id, name, size, type, url: `/files/${id}`, picture: shown }
}
