// Clicks: the server says who clicked and where, and hands back what our button carries; nothing of it is signed by the
// server, so the proof is in what it carries, which nobody is shown.
import { z } from 'zod'
import { OutsideError } from '../../ports/outside-error.ts'
import { readJson } from '../http/body.ts'
import { json, type Route } from '../http/route.ts'
import { type ActionContext, opened } from './action-context.ts'
import { type CallbackOptions, paths } from './callback-options.ts'
import type { OwnPost } from './own-posts.ts'
import { answerSoon, askedBy, type Said, sayDirectly } from './private-answers.ts'
import { words } from './words.ts'

const schema = z.object({
  user_id: z.string(),
  post_id: z.string(),
  trigger_id: z.string().catch(''),
  context: z.unknown(),
})

type Click = {
  readonly person: string
  readonly post: string
  readonly context: ActionContext
  readonly option: string | null
}

/** Answers within a second, whatever the work; the post itself is edited by whoever did the work. */
export function actionRoute(options: CallbackOptions): Route {
  const { clock, signer } = options
  return {
    method: 'POST',
    path: paths.action,
    async answer(request) {
      const { user_id: person, post_id: post, trigger_id, context } = await readJson(request, schema)
      const read = opened(context, person, clock.now(), signer)
      if (!read.ok) return json({ ephemeral_text: refused(options, person, read.why) })
      const asked = askedBy(person, 'action', post, trigger_id)
      const { line } = await answerSoon(
        options,
        asked,
        () => press(options, { person, post, context: read.context, option: read.option }),
        (said) => sayDirectly(options, asked, said),
      )
      return json(line === null ? {} : { ephemeral_text: line })
    },
  }
}

async function press(options: CallbackOptions, { person, post: id, context, option }: Click): Promise<Said> {
  const post = await ownPost(options, id)
  if (post?.key !== context.key) return refused(options, person, 'other-post')
  const events = options.events()
  if (!events) throw new OutsideError('starting', 'The application does not listen yet')
  const { channel } = post
  return await events.pressed({ chat: 'mattermost', channel, post: id, button: context.action, option, person })
}

function refused({ state, people }: CallbackOptions, person: string, why: string): string {
  state.refuse('action', why)
  return words[people.languageOf(person)].buttonOver
}

/** Null when it is not the bot's, or gone. */
async function ownPost({ ownPosts }: CallbackOptions, id: string): Promise<OwnPost | null> {
  try {
    return await ownPosts.get(id)
  } catch (error) {
    if (error instanceof OutsideError && error.code === 'post-gone') return null
    throw error
  }
}
