// `/enrol-check …` and the shortcut "check this file": answered to whoever asked; without a word, the form opens.
import { z } from 'zod'
import type { Language } from '../../moodle/language.ts'
import type { ChatEvents, Command, Person } from '../../ports/chat.ts'
import type { Log } from '../../ports/log.ts'
import type { Message } from '../../replies/message.ts'
import type { Form } from './form.ts'
import type { Identity } from './identity.ts'
import { linkIn } from './links.ts'
import type { Pointed, PointedPosts } from './pointed-posts.ts'
import { line, type PrivateAnswers } from './private-answers.ts'
import type { Rendered } from './render-message.ts'
import { within } from './within.ts'
import { words } from './words.ts'

export type CommandParts = {
  readonly events: ChatEvents
  readonly answers: PrivateAnswers
  readonly pointed: PointedPosts
  readonly form: Form
  readonly identity: () => Promise<Identity>
  readonly person: (id: string) => Promise<Person>
  readonly log: Log
}

/** How Slack wants to be answered: at once, and later by a URL. */
export type Asking = { readonly ack: () => Promise<void>; readonly respond: (rendered: Rendered) => Promise<unknown> }

/** Slack waits three seconds for an acknowledgement. */
const patience = 2_000

const commandShape = z.object({
  channel_id: z.string(),
  user_id: z.string(),
  text: z.string().default(''),
  thread_ts: z.string().nullish(),
  trigger_id: z.string(),
})

const shortcutShape = z.object({
  channel: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  message_ts: z.string(),
  trigger_id: z.string(),
})

export async function hearCommand(parts: CommandParts, payload: unknown, asking: Asking): Promise<void> {
  const { channel_id: channel, user_id: person, text, thread_ts, trigger_id: id } = commandShape.parse(payload)
  const asked = { person, id, show: asking.respond }
  if (text.trim() === '') {
    await asking.ack()
    const language = await languageOf(parts, person)
    const isOpen = await parts.form.open(id, channel, language)
    if (!isOpen) await parts.answers.give(asked, line(language, words[language].form.closedAlready))
    return
  }
  const command = { chat: 'slack', channel, thread: thread_ts ?? null, person, text: plain(text.trim()) } as const
  await answer(parts, asked, asking.ack, () => obey(parts, command))
}

export async function hearShortcut(parts: CommandParts, body: unknown, asking: Asking): Promise<void> {
  const { channel, user, message_ts: post, trigger_id: id } = shortcutShape.parse(body)
  const asked = { person: user.id, id, show: asking.respond }
  await answer(parts, asked, asking.ack, async () => {
    const found = await parts.pointed.deliver({ channel: channel.id, post }, user.id)
    if (!found) return await say(parts, user.id, 'notHere')
    return await parts.events.commanded(commandAbout(found, user.id, 'check'))
  })
}

async function obey(parts: CommandParts, command: Omit<Command, 'about'>): Promise<Message> {
  const link = /https?:/.test(command.text) ? linkIn((await parts.identity()).url, command.text) : null
  if (!link) return await parts.events.commanded({ ...command, about: null })
  const found = await parts.pointed.deliver(link, command.person)
  if (!found) return await say(parts, command.person, 'notYours')
  const { channel, post } = found
  return await parts.events.commanded({ ...command, about: { channel, post } })
}

function commandAbout({ channel, post, thread }: Pointed, person: string, text: string): Command {
  return { chat: 'slack', channel, thread, person, text, about: { channel, post } }
}

/** Acknowledged when it is done, or when Slack's patience is at its end. */
async function answer(
  parts: CommandParts,
  asked: Parameters<PrivateAnswers['give']>[0],
  ack: () => Promise<void>,
  work: () => Promise<Message>,
): Promise<void> {
  const message = work().catch(async (error: unknown) => {
    parts.log.warn({ error }, 'slack: a command could not be obeyed')
    return await say(parts, asked.person, 'notDone')
  })
  await within(message, patience)
  await ack()
  await parts.answers.give(asked, await message)
}

async function say(parts: CommandParts, person: string, word: 'notDone' | 'notHere' | 'notYours'): Promise<Message> {
  const language = await languageOf(parts, person)
  return line(language, words[language][word])
}

/** French, the language of the house, when Slack does not tell in time. */
async function languageOf({ person }: CommandParts, id: string): Promise<Language> {
  const known = person(id).then(({ language }) => language)
  return (
    (await within(
      known.catch(() => null),
      patience / 2,
    )) ?? 'fr'
  )
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
