// What one may do to a post of one's own: write it again, take a file out of it, delete it; asked and done in place.
import { changePost, deletePost } from './api.js'
import { el, find, icon, icons } from './dom.js'
import { showChip } from './files.js'
import { change, errorOf, keepIfNewer, say, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */

/**
 * Two quiet buttons beside the author's name.
 * @param {Post} post
 * @param {string} place
 */
export function showOwnActions(post, place) {
  return el(
    'span',
    { class: 'own-actions' },
    action('edit', say().edit, icons.edit, () => begin('edit', post, place)),
    action('delete', say().delete, icons.bin, () => begin('delete', post, place)),
  )
}

/**
 * @param {string} name
 * @param {string} label
 * @param {string} drawing
 * @param {() => void} onclick
 */
function action(name, label, drawing, onclick) {
  const attributes = { class: 'own-action', type: 'button', title: label, 'aria-label': label, 'data-focus': name }
  return el('button', { ...attributes, onclick }, icon(drawing))
}

/**
 * @param {'edit' | 'delete'} what
 * @param {Post} post
 * @param {string} place
 */
function begin(what, { id, text, files }, place) {
  change({ changing: { what, post: id, place, text, files: files.map((file) => file.id) } })
  focusSoon(place, id, what === 'edit' ? 'text' : 'keep')
}

/**
 * @param {Post} post
 * @param {string} place
 * @param {string} [next] what gets the focus
 */
function end({ id }, place, next = 'edit') {
  change({ changing: null })
  focusSoon(place, id, next)
}

/**
 * The words in a box, the files as chips; what was typed outlives a change of the post by the bot.
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
    form.requestSubmit(save)
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

/**
 * @param {Post} post
 * @param {string} place
 */
export function showDeleting(post, place) {
  const alert = el('p', { class: 'alert', role: 'alert' })
  const question = post.files.length > 0 ? say().askDeleteRequest : say().askDelete
  const yes = el('button', { class: 'button danger', type: 'button' }, say().delete)
  const no = el('button', { class: 'button', type: 'button', 'data-focus': 'keep' }, say().keep)
  const box = el(
    'div',
    { class: 'deleting', role: 'group', 'aria-label': question },
    el('p', {}, question),
    el('div', { class: 'buttons' }, yes, no, alert),
  )
  yes.addEventListener(
    'click',
    () =>
      void send(yes, alert, async () => {
        keepIfNewer((await deletePost(post.id, state.person)).post)
        end(post, place, 'answers')
      }),
  )
  no.addEventListener('click', () => end(post, place, 'delete'))
  closeOnEscape(box, () => end(post, place, 'delete'))
  return box
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} alert
 * @param {() => Promise<void>} work
 */
async function send(button, alert, work) {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  alert.textContent = ''
  await work().catch((error) => {
    alert.textContent = errorOf(error)
  })
  button.removeAttribute('aria-busy')
}

/**
 * Escape ends this, and leaves the thread open.
 * @param {HTMLElement} box
 * @param {() => void} close
 */
function closeOnEscape(box, close) {
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    close()
  })
}

/**
 * Once the list is drawn again, before the next key; in the box of the pane when the post has no such thing any more.
 * @param {string} place
 * @param {string} post
 * @param {string} name
 */
function focusSoon(place, post, name) {
  queueMicrotask(() => {
    const pane = find(place === 'channel' ? '#channel' : '#thread')
    const control = pane.querySelector(`[data-key="${CSS.escape(post)}"] [data-focus="${name}"]`)
    const box = control instanceof HTMLElement ? control : find('.composer textarea', pane)
    box.focus()
    if (box instanceof HTMLTextAreaElement) box.setSelectionRange(box.value.length, box.value.length)
  })
}
