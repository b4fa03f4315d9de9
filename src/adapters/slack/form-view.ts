// The form itself, in Block Kit.
import type { types } from '@slack/bolt'
import type { Language } from '../../moodle/language.ts'
import type { SlackOptions } from './options.ts'
import { plainText } from './text.ts'
import { words } from './words.ts'

export const formName = 'enrol_check_form'

/** Each block has the id of its only element. */
export const names = { files: 'files', site: 'site', language: 'language' } as const

/** Most files of one form, as Slack allows. */
const mostFiles = 10

const languages: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'fr', name: 'Français' },
  { id: 'en', name: 'English' },
]

/** `channel`: where the command was given, to be found again when the form is sent. */
export function formView(sites: SlackOptions['sites'], channel: string, language: Language): types.ModalView {
  const { title, submit, close, ...labels } = words[language].form
  return {
    type: 'modal',
    callback_id: formName,
    private_metadata: JSON.stringify({ channel, language }),
    title: plainText(title, 24),
    submit: plainText(submit, 24),
    close: plainText(close, 24),
    blocks: [
      input(names.files, labels.files, { type: 'file_input', action_id: names.files, max_files: mostFiles }),
      ...(sites.length === 0 ? [] : [input(names.site, labels.site, menu(names.site, sites, sites[0]!.id))]),
      input(names.language, labels.language, menu(names.language, languages, language)),
    ],
  }
}

function input(id: string, label: string, element: types.InputBlock['element']): types.InputBlock {
  return { type: 'input', block_id: id, label: plainText(label, 2_000), element }
}

function menu(
  id: string,
  options: readonly { readonly id: string; readonly name: string }[],
  first: string,
): types.StaticSelect {
  const known = options.map(({ id: value, name }) => ({ text: plainText(name, 75), value }))
  const initial = known.find(({ value }) => value === first)
  return {
    type: 'static_select',
    action_id: id,
    options: known,
    ...(initial ? { initial_option: initial } : {}),
  }
}
