// The bot's post that stands for files sent by its form says whose they are: so they are found again after a crash.
import { z } from 'zod'
import type { Attachment } from '../../ports/chat.ts'
import type { SlackPost } from './shapes.ts'

export type FormSent = {
  readonly person: string
  readonly site: string | null
  readonly language: 'fr' | 'en' | null
  readonly files: readonly Attachment[]
}

/** Parts of the bot's metadata; empty texts stand for nothing. */
export const parts = {
  form: z.object({ person: z.string(), site: z.string(), language: z.enum(['fr', 'en', '']) }).optional(),
  posted: z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), type: z.string() })).optional(),
}

const payloadShape = z.object(parts)

/** Null for all other posts. */
export function formOf({ metadata }: SlackPost): FormSent | null {
  const { form, posted } = payloadShape.safeParse(metadata?.event_payload).data ?? {}
  if (!form || !posted) return null
  return { person: form.person, site: form.site || null, language: form.language || null, files: posted }
}

/** The same as the bot's metadata. */
export function formParts({ person, site, language, files }: FormSent): z.input<typeof payloadShape> {
  return { form: { person, site: site ?? '', language: language ?? '' }, posted: files.map((file) => ({ ...file })) }
}
