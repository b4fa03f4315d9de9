// Whether a post of one's own is really to be deleted is asked under it.
import { deletePost } from './api.js'
import { el } from './dom.js'
import { closeOnEscape, end, send } from './own-post.js'
import { keepIfNewer, say, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */

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
