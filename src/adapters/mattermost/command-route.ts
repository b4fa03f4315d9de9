// `/enrol-check`: always answered in JSON and for the person alone, as anything else shows them that the command failed,
// and an answer to the channel would stand there in their name.
import { z } from 'zod'
import type { Command, PostRef } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { readBody } from '../http/body.ts'
import { HttpError } from '../http/errors.ts'
import { json, type Route } from '../http/route.ts'
import { type CallbackOptions, mostBytes, paths } from './callback-options.ts'
import type { FormStates } from './form-state.ts'
import { formCommand } from './forms.ts'
import { openForm } from './open-form.ts'
import { linkedPost, pointedPost } from './pointed-post.ts'
import { answerSoon, askedBy, lineFor, type Said, sayDirectly } from './private-answers.ts'
import { sameText } from './signature.ts'
import { words } from './words.ts'

const schema = z.object({
  token: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  root_id: z.string().catch(''),
  text: z.string().catch(''),
  trigger_id: z.string().catch(''),
  response_url: z.string().catch(''),
})

export type GivenCommand = z.output<typeof schema>

export function commandRoute(options: CallbackOptions, states: FormStates): Route {
  return {
    method: 'POST',
    path: paths.command,
    async answer(request) {
      const body = new URLSearchParams((await readBody(request, mostBytes)).toString('utf8'))
      const given = schema.safeParse(Object.fromEntries(body))
      if (!given.success) throw new HttpError(400, 'bad-body', 'This is not a slash command of Mattermost.')
      if (!isOurs(options, given.data.token)) throw new HttpError(401, 'bad-token', 'This token is not known.')
      const { user_id: person, trigger_id } = given.data
      const asked = askedBy(person, 'command', trigger_id)
      const { soon, line } = await answerSoon(
        options,
        asked,
        () => obey(options, states, given.data),
        async (said) => answerLater(options, answerAddress(given.data.response_url), asked, said),
      )
      const text = soon ? line : words[options.people.languageOf(person)].inProgress
      return json(text === null ? {} : { response_type: 'ephemeral', text })
    },
  }
}

/** Every known token is compared, so that the time tells nothing. */
function isOurs({ commandTokens, state }: CallbackOptions, token: string): boolean {
  const right = commandTokens.map((known) => sameText(known, token)).includes(true)
  if (!right) state.refuse('command', commandTokens.length === 0 ? 'no-token-set' : 'bad-token')
  return right
}

async function obey(options: CallbackOptions, states: FormStates, given: GivenCommand): Promise<Said> {
  const { user_id: person, channel_id: channel, root_id, text } = given
  const thread = root_id === '' ? null : root_id
  const form = formCommand(text)
  if (form !== null) {
    const answerTo = answerAddress(given.response_url)
    return await openForm(options, states, { command: form, person, channel, thread, answerTo }, given.trigger_id)
  }
  const linked = linkedPost(text)
  const about = linked === null ? null : await pointed(options, linked, person)
  if (linked !== null && about === null) return words[options.people.languageOf(person)].cannotSeePost
  return await tellCommand(options, { chat: 'mattermost', channel, thread, person, text, about })
}

async function pointed(options: CallbackOptions, post: string, person: string): Promise<PostRef | null> {
  return await pointedPost(options.api, await options.me(), listener(options), { post, person })
}

/** Hands a command over. Throws what the application throws. */
export async function tellCommand(options: CallbackOptions, command: Command): Promise<Said> {
  return await listener(options).commanded(command)
}

function listener(options: CallbackOptions) {
  const events = options.events()
  if (!events) throw new OutsideError('starting', 'The application does not listen yet')
  return events
}

/** Path at which a command may be answered for half an hour; on our way to the server, whatever it calls itself. */
export function answerAddress(responseUrl: string): string | null {
  const id = /\/hooks\/commands\/([a-z0-9]{26})$/i.exec(responseUrl)?.[1]
  return id === undefined ? null : `/hooks/commands/${id}`
}

/** Under the command while that is possible, otherwise directly. */
export async function answerLater(
  options: CallbackOptions,
  address: string | null,
  asked: Parameters<typeof lineFor>[1],
  said: Said,
): Promise<void> {
  if (said === null) return
  try {
    if (address === null) throw new OutsideError('chat-refused', 'This command can be answered no more')
    const text = await lineFor(options, asked, said)
    await options.api.postOutsideApi(address, { response_type: 'ephemeral', text })
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    await sayDirectly(options, asked, said)
  }
}
