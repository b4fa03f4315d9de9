// The line over a thread: what it is about, its address to give to a command or a colleague, and the way out.
import { el, find, icon, icons } from './dom.js'
import { headlineOf } from './message.js'
import { isDeleted, say, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */

/**
 * @param {HTMLElement} head
 * @param {Post} first
 */
export function drawThreadHead(head, first) {
  const title = isDeleted(first) ? say().deleted : headlineOf(first) || first.files.map(({ name }) => name).join(', ')
  const print = say().thread + title
  if (head.getAttribute('data-print') === print) return
  head.setAttribute('data-print', print)
  const close = el('button', { class: 'close', type: 'button', 'aria-label': say().close, onclick: closeThread })
  close.append(icon(icons.back), icon(icons.close))
  head.replaceChildren(
    el('h2', {}, el('span', {}, say().thread), el('span', { class: 'title' }, title)),
    // Only a page of this machine, or one that came encrypted, may write to the clipboard.
    ...(navigator.clipboard ? [showCopy()] : []),
    close,
  )
}

function showCopy() {
  const { copyLink, copied } = say()
  const button = el('button', { class: 'copy', type: 'button', title: copyLink, 'aria-label': copyLink })
  button.append(icon(icons.link), icon(icons.right))
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(location.href)
    button.classList.add('copied')
    find('#news').textContent = copied
  })
  button.addEventListener('blur', () => button.classList.remove('copied'))
  return button
}

export function closeThread() {
  const opener = document.querySelector(`[data-key="${CSS.escape(state.thread ?? '')}"] .answers`)
  history.pushState(null, '', location.pathname)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  // Once the channel is drawn again: under a thread that covers it, nothing takes the focus.
  queueMicrotask(() => opener instanceof HTMLElement && opener.focus())
}
