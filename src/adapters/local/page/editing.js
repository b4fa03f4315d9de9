// A post of one's own is written again where it stands: its words in a box, its files as chips to take out.
import { changePost } from './api.js'
import { el } from './dom.js'
import { showChip } from './files.js'
import { closeOnEscape, end, send } from './own-post.js'
import { keepIfNewer, say, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */

/**
 * What was typed outlives a change of the post by the bot.
 * @param {Post} post
 * @param {string} place
 */
export function showEditing(post, place) {
  const draft = /** @type {NonNullable<typeof state.changing>} */ (state.changing)
  const text = /** @type {HTMLTextAreaElement} */ (
    el(
      'textarea',
      { class: 'writing', rows: 1, maxlength: 16_383, 'aria-label': say().edit, 'data-focus': 'text' },
      draft.text,
    )
  )
  const chips = el('ul', { class: 'chips' })
  const save = el('button', { class: 'button primary', type: 'submit' }, say().save)
  const cancel = el('button', { class: 'button', type: 'button', onclick: () => end(post, place) }, say().cancel)
  const alert = el('p', { class: 'alert', role: 'alert' })
  const buttons = el('div', { class: 'buttons' }, save, cancel, alert)
  const form = /** @type {HTMLFormElement} */ (
    el('form', { class: 'editing' }, el('div', { class: 'sheet' }, text, chips), buttons)
  )

  const draw = () => {
    const files = post.files.filter(({ id }) => draft.files.includes(id))
    chips.replaceChildren(...files.map((file) => showChip(file, () => takeOut(file.id))))
    chips.hidden = files.length === 0
    save.toggleAttribute('disabled', draft.text.trim() === '' && files.length === 0)
  }
  /** @param {string} id */
  const takeOut = (id) => {
    draft.files = draft.files.filter((other) => other !== id)
    draw()
    text.focus()
  }

  text.addEventListener('input', () => {
    draft.text = text.value
    draw()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (!save.hasAttribute('disabled')) form.requestSubmit(save)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const { text: words, files } = draft
    void send(save, alert, async () => {
      keepIfNewer((await changePost(post.id, { author: state.person, text: words, files })).post)
      end(post, place)
    })
  })
  closeOnEscape(form, () => end(post, place))
  draw()
  return form
}
