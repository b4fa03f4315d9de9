// Buttons and menus; what they are called comes back in a press.
import type { types } from '@slack/bolt'
import type { Button, Choice } from '../../replies/message.ts'
import { limits } from './limits.ts'
import { plainText } from './text.ts'

/** One row of buttons, or none. */
export function buttonBlocks(buttons: readonly Button[]): readonly types.ActionsBlock[] {
  const known = buttons.filter(({ id }) => id !== '' && id.length <= limits.buttonValue).slice(0, limits.buttons)
  return known.length === 0 ? [] : [{ type: 'actions', elements: known.map(toButton) }]
}

/** The same id may stand on two buttons, but not the same `action_id`. */
function toButton({ id, label, style }: Button, position: number): types.Button {
  return {
    type: 'button',
    action_id: `button:${position}`,
    value: id,
    text: plainText(label, limits.button),
    ...(style === 'default' ? {} : { style }),
  }
}

/** A line for each menu: what it is about at the left, the menu at the right. */
export function choiceBlocks(choices: readonly Choice[]): readonly types.SectionBlock[] {
  const shown = choices.filter(({ id }) => id !== '' && actionOf(id).length <= limits.actionId).slice(0, limits.choices)
  const most = Math.floor(limits.optionTexts / Math.max(1, shown.length))
  return shown.flatMap((choice) => choiceBlock(choice, most))
}

function choiceBlock({ id, label, options, chosen }: Choice, most: number): readonly types.SectionBlock[] {
  const known = optionsWithin(options, most)
  const initial = known.find(({ value }) => value === chosen)
  const [first] = known
  if (!first) return []
  const menu: types.StaticSelect = {
    type: 'static_select',
    action_id: actionOf(id),
    placeholder: plainText(label, limits.placeholder),
    options: known,
    ...(initial ? { initial_option: initial } : {}),
  }
  return [{ type: 'section', text: plainText(label, limits.placeholder), accessory: menu }]
}

function optionsWithin(options: Choice['options'], most: number): types.PlainTextOption[] {
  const known: types.PlainTextOption[] = []
  let room = most
  for (const { value, label } of options.slice(0, limits.options)) {
    const text = plainText(label, limits.option)
    room -= text.text.length
    if (room < 0) break
    if (value !== '' && value.length <= limits.optionValue) known.push({ text, value })
  }
  return known
}

const actionOf = (choice: string) => `choice:${choice}`

/** What was pressed: the button's id, or a choice with the option taken. Null for what is not the bot's. */
export function pressed(action: Action): { readonly button: string; readonly option: string | null } | null {
  const { action_id, value, selected_option } = action
  if (action_id.startsWith('choice:') && selected_option)
    return { button: action_id.slice('choice:'.length), option: selected_option.value }
  return action_id.startsWith('button:') && value ? { button: value, option: null } : null
}

export type Action = {
  readonly action_id: string
  readonly value?: string | null | undefined
  readonly selected_option?: { readonly value: string } | null | undefined
}
