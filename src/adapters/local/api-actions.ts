// Buttons and commands: what a person asks of the bot without posting.
import { z } from 'zod'
import { readJson } from '../http/body.ts'
import { HttpError } from '../http/errors.ts'
import { type Answer, type HttpRequest, json, type Route } from '../http/route.ts'
import { findThread } from './api-posts.ts'
import { channelOf } from './bot-posts.ts'
import type { Channel } from './channel.ts'
import { checkAuthor } from './new-post.ts'
import { supportChannel } from './people.ts'
import { toPostJson } from './post-json.ts'

const pressSchema = z.object({ author: z.string() })

const commandSchema = z.object({
  author: z.string(),
  text: z.string().max(4_000),
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
  const { author } = await readJson(request, pressSchema)
  const person = checkAuthor(author, channel.people)
  const { post: id = '', button = '' } = request.params
  const post = channel.privateReplies.get(id) ?? (await channel.posts.get(id))
  if (!post || (post.direct !== null && post.direct !== person))
    throw new HttpError(404, 'unknown-post', 'There is no such post.')
  if (!post.buttons.some((known) => known.id === button))
    throw new HttpError(404, 'unknown-button', 'This post has no such button any more.')
  const event = { chat: 'local', channel: channelOf(post), post: id, button, person } as const
  const message = await channel.delivery.listener().pressed(event)
  const reply = message && channel.privateReplies.add(person, post.thread ?? post.id, message)
  return json({ post: toPostJson((await channel.posts.get(id)) ?? post), reply })
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
  })
  return json({ reply: channel.privateReplies.add(person, first?.id ?? null, message) })
}
