// What the API shows of a post: the contract's fields, and the paragraphs that the page lays out itself.
import { z } from 'zod'
import { type Language, languages } from '../../moodle/language.ts'
import type { LocalFile, LocalPost } from '../../ports/local-posts.ts'
import type { Message, Paragraph } from '../../replies/message.ts'

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
  readonly files: readonly (LocalFile & { readonly url: string })[]
  readonly buttons: readonly { readonly id: string; readonly label: string; readonly style: string }[]
  readonly choices: LocalPost['choices']
  readonly reactions: readonly string[]
  readonly created: string
  readonly updated: string
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
})

/** `LocalPost.body` of a message of the bot. */
export function toBody({ language, paragraphs }: Message): z.output<typeof bodySchema> {
  return bodySchema.parse({ language, paragraphs })
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
    files: post.files.map(toFileJson),
    buttons: post.buttons.map(({ id, label, style }) => ({ id, label, style })),
    choices: post.choices,
    reactions: post.reactions,
    created: post.created.toString({ smallestUnit: 'millisecond' }),
    updated: post.updated.toString({ smallestUnit: 'millisecond' }),
  }
}

function toFileJson({ id, name, size, type }: LocalFile): PostJson['files'][number] {
  return { id, name, size, type, url: `/files/${id}` }
}
