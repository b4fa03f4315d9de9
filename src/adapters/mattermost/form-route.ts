// Submissions of forms: unsigned too, and all of it comes from the person's client but who they are.
import { z } from 'zod'
import { readJson } from '../http/body.ts'
import { json, type Route } from '../http/route.ts'
import { type CallbackOptions, paths } from './callback-options.ts'
import { answerLater, tellCommand } from './command-route.ts'
import type { FormState, FormStates } from './form-state.ts'
import { field } from './forms.ts'
import { answerAfter, askedBy } from './private-answers.ts'
import { words } from './words.ts'

const schema = z.object({
  user_id: z.string(),
  state: z.string(),
  submission: z.record(z.string(), z.unknown()).nullish(),
  cancelled: z.boolean().catch(false),
})

export function formRoute(options: CallbackOptions, states: FormStates): Route {
  const { clock, state: figures, people } = options
  return {
    method: 'POST',
    path: paths.form,
    async answer(request) {
      const { user_id: person, state: given, submission, cancelled } = await readJson(request, schema)
      if (cancelled) return json({})
      const read = states.open(given, person, clock.now())
      const own = words[people.languageOf(person)]
      if (!read.ok) {
        figures.refuse('form', read.why)
        return json({ error: own.formOver })
      }
      const value = submission?.[field]
      if (typeof value !== 'string' || !read.state.offered.includes(value)) {
        figures.refuse('form', 'not-offered')
        return json({ errors: { [field]: own.chooseAgain } })
      }
      states.use(read.nonce, clock.now())
      obey(options, read.state, read.nonce, value)
      return json({})
    },
  }
}

/** A form closes without showing anything: what there is to say is said under the command. */
function obey(options: CallbackOptions, form: FormState, nonce: string, value: string): void {
  const { command, person, channel, thread, answerTo } = form
  const asked = askedBy(person, 'form', nonce)
  const given = { chat: 'mattermost', channel, thread, person, text: `${command} ${value}`, about: null } as const
  answerAfter(
    options,
    asked,
    () => tellCommand(options, given),
    (said) => answerLater(options, answerTo, asked, said),
  )
}
