// The two forms of this chat: a command that was given without its object asks for it. The server opens almost anything
// as a form, so each is checked before.
import type { Language } from '../../moodle/language.ts'
import { commandNamed } from '../../replies/command-words.ts'
import { localeOf } from '../../replies/locales/index.ts'
import { words } from './words.ts'

/** The command that a form completes. */
export type FormCommand = 'language' | 'remind'

export type FormOption = { readonly text: string; readonly value: string }

export type Form = {
  readonly title: string
  readonly submit_label: string
  readonly elements: readonly {
    readonly display_name: string
    readonly name: string
    readonly type: 'select'
    readonly options: readonly FormOption[]
    readonly default?: string
  }[]
}

/** Name of the one field. */
export const field = 'value'

/** The command that these words are, when there is nothing after it. */
export function formCommand(text: string): FormCommand | null {
  const name = text.trim() === '' ? null : commandNamed(text.trim())
  return name === 'language' || name === 'remind' ? name : null
}

/** The form of a command in that language. Throws TypeError for one that people could not use. */
export function formFor(command: FormCommand, language: Language, today: Temporal.PlainDate): Form {
  const { title, field: label, submit } = words[language][command]
  const options = optionsFor(command, language, today)
  const [first] = options
  const chosen = command === 'language' ? language : first?.value
  const element = { display_name: label, name: field, type: 'select' as const, options }
  return checked({
    title,
    submit_label: submit,
    elements: [{ ...element, ...(chosen === undefined ? {} : { default: chosen }) }],
  })
}

/** Days to be reminded on, the next ones that people work. */
const daysOffered = 10

function optionsFor(command: FormCommand, language: Language, today: Temporal.PlainDate): readonly FormOption[] {
  if (command === 'language')
    return [
      { text: 'Français', value: 'fr' },
      { text: 'English', value: 'en' },
    ]
  const days = Array.from({ length: 2 * daysOffered }, (_, index) => today.add({ days: index + 1 }))
  return days
    .filter(({ dayOfWeek }) => dayOfWeek <= 5)
    .slice(0, daysOffered)
    .map((day) => ({ text: localeOf(language).day(day), value: day.toString() }))
}

const mostTitle = 24
const mostLabel = 24

function checked(form: Form): Form {
  const wrong =
    form.title === '' ||
    Array.from(form.title).length > mostTitle ||
    form.elements.length === 0 ||
    form.elements.some(
      ({ display_name, options }) => Array.from(display_name).length > mostLabel || options.length === 0,
    )
  if (wrong) throw new TypeError(`This form cannot be shown: ${form.title}`)
  return form
}
