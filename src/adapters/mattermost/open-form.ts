// Opening a form takes the trigger of the command, which lives some seconds.
import { OutsideError } from '../../ports/outside-error.ts'
import { type CallbackOptions, paths } from './callback-options.ts'
import type { FormState, FormStates } from './form-state.ts'
import { formFor } from './forms.ts'
import { words } from './words.ts'

/** Nothing to say once it is open; otherwise what to write instead. */
export async function openForm(
  options: CallbackOptions,
  states: FormStates,
  given: Omit<FormState, 'offered'>,
  trigger: string,
): Promise<string | null> {
  const { api, clock, callbackUrl, log } = options
  const { language, timezone } = await options.people.find(given.person)
  const today = clock
    .now()
    .toZonedDateTimeISO(timezone ?? options.timezone)
    .toPlainDate()
  const form = formFor(given.command, language, today)
  const offered = form.elements.flatMap((element) => element.options.map(({ value }) => value))
  const state = states.seal({ ...given, offered }, clock.now())
  const dialog = { ...form, callback_id: given.command, state, notify_on_cancel: false }
  const instead = words[language].writeInstead(`/enrol-check ${given.command} ${offered[0] ?? ''}`)
  if (callbackUrl === null) return instead
  const body = { trigger_id: trigger, url: callbackUrl + paths.form, dialog }
  try {
    await api.post('/actions/dialogs/open', body, { once: true })
    return null
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error
    log.warn({ error }, 'mattermost: a form could not be opened')
    return instead
  }
}
