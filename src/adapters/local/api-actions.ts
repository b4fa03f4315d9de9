// Buttons and commands: what a person asks of the bot without posting.
import { z } from 'zod'
import type { PostRef } from '../../ports/chat.ts'
import type { LocalPost } from '../../ports/local-posts.ts'
import { readJson } from '../http/body.ts'
import { HttpError } from '../http/errors.ts'
import { type Answer, type HttpRequest, json, type Route } from '../http/route.ts'
import { findThread } from './api-posts.ts'
import { channelOf } from './bot-posts.ts'
import type { Channel } from './channel.ts'
import { checkAuthor, longestText } from './new-post.ts'
import { supportChannel } from './people.ts'
import { toPostJson } from './post-json.ts'

const pressSchema = z.object({ author: z.string(), option: z.string().nullish() })

const commandSchema = z.object({
  author: z.string(),
  /** Lines of a table may be pasted after the command. */
  text: z.string().max(longestText),
  thread: z.string().nullish(),
})

/** `POST /api/posts/:post/buttons/:button`, `POST /api/commands`. */
export function actionRoutes(channel: Channel): readonly Route[] {
  return [
    { method: 'POST', path: '/api/posts/:post/buttons/:button', answer: (request) => press(channel, request) },
    { method: 'POST', path: '/api/commands', answer: (request) => command(channel, request) },
  ]
}

async function press(channel: Channel, request: HttpRequest): Promise<Answer> {
  const { author, option = null } = await readJson(request, pressSchema)
  const person = checkAuthor(author, channel.people)
  const { post: id = '', button = '' } = request.params
  const post = channel.privateReplies.get(id) ?? (await channel.posts.get(id))
  if (!post || (post.direct !== null && post.direct !== person))
    throw new HttpError(404, 'unknown-post', 'There is no such post.')
  if (!offers(post, button, option))
    throw new HttpError(404, 'unknown-button', 'This post has no such button or option any more.')
  const event = { chat: 'local', channel: channelOf(post), post: id, button, option, person } as const
  const message = await channel.delivery.listener().pressed(event)
  const reply = message && channel.privateReplies.add(person, post.thread ?? post.id, message)
  return json({ post: toPostJson((await channel.posts.get(id)) ?? post), reply })
}

function offers({ buttons, choices }: LocalPost, id: string, option: string | null): boolean {
  if (option === null) return buttons.some((button) => button.id === id)
  return choices.some((choice) => choice.id === id && choice.options.some(({ value }) => value === option))
}

async function command(channel: Channel, request: HttpRequest): Promise<Answer> {
  const { author, text, thread } = await readJson(request, commandSchema)
  const person = checkAuthor(author, channel.people)
  const words = /^\s*\/enrol-check(?:\s+|$)/i.exec(text)
  if (!words) throw new HttpError(400, 'unknown-command', 'The only command here is /enrol-check.')
  const first = thread ? await findThread(channel.posts, thread) : null
  const message = await channel.delivery.listener().commanded({
    chat: 'local',
    channel: supportChannel,
    thread: first?.id ?? null,
    person,
    text: text.slice(words[0].length).trim(),
    about: await linked(channel, text),
  })
  return json({ reply: channel.privateReplies.add(person, first?.id ?? null, message) })
}

/** The first post of the thread that an address such as `…/#thread=0123` in the text points at. */
async function linked({ posts }: Channel, text: string): Promise<PostRef | null> {
  const id = /\/#thread=(\w+)/.exec(text)?.[1]
  const post = id === undefined ? null : await posts.get(id)
  return post?.direct === null ? { channel: supportChannel, post: post.id } : null
}
