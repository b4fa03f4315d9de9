// Answers to a response_url: five within half an hour, to the person alone unless told otherwise.
import type { Inside } from './inside.ts'
import { readOutgoing } from './outgoing.ts'
import { addPost, changePost, removePost } from './posts.ts'
import { SlackError } from './slack-error.ts'
import type { Json, Post, ResponseUrl, State } from './state.ts'

/** A URL that answers what a person did; `about` is the stamp of the post it was done on. */
export function newResponseUrl(
  state: State,
  given: Pick<ResponseUrl, 'person' | 'channel' | 'about' | 'thread'>,
): string {
  const id = state.newId('response-')
  state.responseUrls.set(id, { ...given, given: state.clock.now(), uses: 0 })
  return `${state.url}/response/${id}`
}

/** Throws SlackError `used_url`, `expired_url`, or what posting refuses. */
export function respond(inside: Inside, id: string, args: Json): void {
  const { state } = inside
  const url = state.responseUrls.get(id)
  if (!url) throw new SlackError('no_such_url')
  if (Temporal.Duration.compare(state.clock.now().since(url.given), { minutes: 30 }) > 0)
    throw new SlackError('expired_url')
  if (++url.uses > 5) throw new SlackError('used_url')
  answer(inside, url, args)
}

/** What the bot says in an acknowledgement or to a response_url. */
export function answer(inside: Inside, url: Omit<ResponseUrl, 'given' | 'uses'>, args: Json): void {
  const { state } = inside
  const channel = state.channels.get(url.channel)!
  const said = readOutgoing(inside, 'response_url', args)
  const original = url.about === null ? undefined : channel.posts.find(({ ts }) => ts === url.about)
  const whisper = state.whispers.find(({ ts }) => ts === url.about)
  const shown = original ?? whisper
  if (args.delete_original === true) takeBack(inside, url, original)
  else if (args.replace_original === true && shown) replace(inside, shown, said)
  else sayNew(inside, url, args, said)
}

function takeBack(inside: Inside, { about }: Pick<ResponseUrl, 'about'>, original: Post | undefined): void {
  const { whispers } = inside.state
  if (original) void removePost(inside, original)
  const at = whispers.findIndex(({ ts }) => ts === about)
  if (at !== -1) whispers.splice(at, 1)
}

type Words = { readonly text: string; readonly blocks: readonly Json[] }

function replace(inside: Inside, original: Post | State['whispers'][number], { text, blocks }: Words): void {
  if ('byBot' in original) void changePost(inside, original, () => Object.assign(original, { text, blocks }))
  else Object.assign(original, { text, blocks })
}

function sayNew(inside: Inside, url: Omit<ResponseUrl, 'given' | 'uses'>, args: Json, said: Words): void {
  const { state } = inside
  const { person, channel } = url
  const { text, blocks } = said
  const thread = typeof args.thread_ts === 'string' ? args.thread_ts : url.thread
  if (args.response_type !== 'in_channel')
    state.whispers.push({ person, channel, ts: state.newTs(), thread, text, blocks })
  else addPost(inside, state.channels.get(channel)!, { text, blocks, author: state.app.botPerson, thread })
}
