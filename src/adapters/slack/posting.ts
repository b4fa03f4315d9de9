// Slack's post as the application knows posts; what bots and Slack itself say is none.
import type { Attachment, Posting } from '../../ports/chat.ts'
import { isDirect } from './channels.ts'
import { formOf } from './form-metadata.ts'
import type { SlackPost } from './shapes.ts'

/** Subtypes of what people write; all others tell of something (docs.slack.dev/reference/events/message). */
const written = new Set(['file_share', 'me_message', 'thread_broadcast'])

/** Whether a person wrote that post. */
export function isOfPerson({ user, bot_id, subtype }: SlackPost): boolean {
  return Boolean(user) && !bot_id && (!subtype || written.has(subtype))
}

/**
 * The same for a post of the bot that stands for the files that somebody sent by its form. All else that the bot says is
 * none, also where Slack leaves `bot_id` out, as it may for files.
 */
export function isPosting(post: SlackPost, bot: string): boolean {
  return post.user === bot ? formOf(post) !== null : isOfPerson(post)
}

/** A post of a person, or of the bot for a person. */
export function toPosting(channel: string, post: SlackPost, files: readonly Attachment[], bot: string): Posting {
  const { ts, thread_ts: thread, user, text } = post
  const form = formIn(post, bot)
  return {
    chat: 'slack',
    channel,
    thread: thread && thread !== ts ? thread : null,
    post: ts,
    author: form?.person ?? user ?? '',
    text: form ? '' : plain(text ?? ''),
    files: form?.files ?? files,
    direct: isDirect(channel),
    form: form && { site: form.site, language: form.language },
  }
}

/** Anybody's app can write the same metadata: only the bot's own counts. */
const formIn = (post: SlackPost, bot: string) => (post.user === bot ? formOf(post) : null)

/** Slack escapes three characters. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
