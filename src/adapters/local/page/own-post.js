// What one may do to a post of one's own begins and ends here; what is asked in between stands in its place.
import { el, find, icon, icons } from './dom.js'
import { change, errorOf, say } from './state.js'

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
export function end({ id }, place, next = 'edit') {
  change({ changing: null })
  focusSoon(place, id, next)
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} alert
 * @param {() => Promise<void>} work
 */
export async function send(button, alert, work) {
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
export function closeOnEscape(box, close) {
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
