// What the bot offers under a post: buttons, and choices of one in several.
import { press } from './api.js'
import { showChoice } from './choice.js'
import { el } from './dom.js'
import { change, errorOf, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */

/**
 * @param {Post} post
 * @param {string} place
 */
export function showButtons(post, place) {
  if (post.buttons.length + post.choices.length === 0) return null
  const alert = el('p', { class: 'alert', role: 'alert' })
  const buttons = post.buttons.map(({ id, label, style }) => {
    const button = el('button', { class: `button ${style}`, type: 'button', 'data-focus': `button ${id}` }, label)
    button.addEventListener('click', () => void send(post, id, { place, control: button, alert }))
    return button
  })
  const choices = post.choices.map((choice) =>
    showChoice(choice, (control, option) => send(post, choice.id, { place, control, alert, option })),
  )
  return el(
    'div',
    { class: 'asked' },
    buttons.length > 0 && el('div', { class: 'buttons' }, ...buttons),
    ...choices,
    alert,
  )
}

/**
 * True when it was taken without a word: the post itself will tell.
 * @param {Post} post
 * @param {string} id of the button or of the choice
 * @param {{ place: string, control: HTMLElement, alert: HTMLElement, option?: string }} how
 */
async function send(post, id, { place, control, alert, ...option }) {
  if (control.getAttribute('aria-busy') === 'true') return false
  control.setAttribute('aria-busy', 'true')
  alert.textContent = ''
  try {
    const { person } = state
    const { reply } = await press(post.id, id, { author: person, ...option })
    if (reply) change({ replies: [...state.replies, { post: reply, place, after: post.id, person }] })
    return reply === null
  } catch (error) {
    alert.textContent = errorOf(error)
    return false
  } finally {
    control.removeAttribute('aria-busy')
  }
}
