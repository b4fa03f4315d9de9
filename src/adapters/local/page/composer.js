// Where one writes: a text, files by button, drop or paste, or a command whose answer only its author sees.
import { addPost, command } from './api.js'
import { el, icon, icons } from './dom.js'
import { showChip } from './files.js'
import { change, errorOf, keepIfNew, me, say, state } from './state.js'
import { suggestCommands } from './suggestions.js'

/** @typedef {{ element: HTMLElement, draw: () => void, add: (files: Iterable<File>) => void, focus: () => void }} Composer */

/**
 * @param {() => string | null} threadNow thread it writes in, or null for the channel
 * @param {(post: import('./state.js').Post) => void} onPosted
 * @returns {Composer}
 */
export function createComposer(threadNow, onPosted) {
  /** @type {Map<string | null, { text: string, files: File[] }>} */
  const drafts = new Map()
  let thread = threadNow()
  let busy = false

  const name = crypto.randomUUID()
  const text = /** @type {HTMLTextAreaElement} */ (
    el('textarea', { class: 'writing', rows: 1, id: name, maxlength: 16_383 })
  )
  const input = /** @type {HTMLInputElement} */ (el('input', { type: 'file', multiple: true, hidden: true }))
  const chips = el('ul', { class: 'chips' })
  const attach = el('button', { class: 'attach', type: 'button', onclick: () => input.click() })
  const submit = el('button', { class: 'send', type: 'submit' })
  const hint = el('p', { class: 'hint' })
  const alert = el('p', { class: 'alert', role: 'alert' })
  const label = el('label', { class: 'unseen', for: name })
  const element = el(
    'form',
    { class: 'composer' },
    el('div', { class: 'sheet' }, label, text, chips, el('div', { class: 'tools' }, attach, input, hint, submit)),
    alert,
  )

  const draft = () => drafts.get(thread) ?? { text: '', files: [] }
  const isCommand = () => /^\s*\/\w/.test(text.value)

  function draw() {
    if (thread !== threadNow()) {
      thread = threadNow()
      text.value = draft().text
      alert.textContent = ''
    }
    const placeholder = thread === null ? say().placeholder : say().placeholderThread
    label.textContent = placeholder
    text.placeholder = placeholder
    attach.replaceChildren(icon(icons.attach), el('span', {}, say().attach))
    submit.replaceChildren(el('span', {}, busy ? say().sending : say().send), icon(icons.send))
    submit.toggleAttribute('disabled', busy || (text.value.trim() === '' && draft().files.length === 0))
    hint.classList.toggle('command', isCommand())
    hint.textContent = isCommand() ? say().commandHint : say().sendHint
    chips.replaceChildren(...draft().files.map((file) => showChip(file, () => remove(file))))
    chips.hidden = draft().files.length === 0
  }

  /** @param {File} file */
  function remove(file) {
    drafts.set(thread, { ...draft(), files: draft().files.filter((other) => other !== file) })
    draw()
    text.focus()
  }

  /** @param {Iterable<File>} files */
  function add(files) {
    drafts.set(thread, { text: text.value, files: [...draft().files, ...files] })
    draw()
    text.focus()
  }

  async function post() {
    const author = me()?.id ?? ''
    const place = thread ?? 'channel'
    if (isCommand()) {
      const { reply } = await command(author, text.value, thread)
      change({ replies: [...state.replies, { post: reply, place, after: null, person: author }] })
      drafts.set(thread, { ...draft(), text: '' })
    } else {
      const { post } = await addPost({ author, text: text.value, thread, files: draft().files })
      keepIfNew(post)
      drafts.delete(thread)
      onPosted(post)
    }
    text.value = ''
  }

  element.addEventListener('submit', (event) => {
    event.preventDefault()
    if (busy || submit.hasAttribute('disabled')) return
    busy = true
    alert.textContent = ''
    draw()
    post()
      .catch((error) => {
        alert.textContent = errorOf(error)
      })
      .finally(() => {
        busy = false
        draw()
      })
  })
  text.addEventListener('input', () => {
    drafts.set(thread, { ...draft(), text: text.value })
    draw()
  })
  text.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    if (element instanceof HTMLFormElement) element.requestSubmit()
  })
  text.addEventListener('paste', (event) => {
    const { clipboardData } = event
    if (!clipboardData?.files.length || isCopiedText(clipboardData)) return
    event.preventDefault()
    add(clipboardData.files)
  })
  input.addEventListener('change', () => {
    add(input.files ?? [])
    input.value = ''
  })
  suggestCommands(text, element)
  return { element, draw, add, focus: () => text.focus() }
}

/**
 * Cells copied from a spreadsheet come as lines and as a picture of them.
 * @param {DataTransfer} clipboard
 */
function isCopiedText(clipboard) {
  const arePictures = [...clipboard.files].every(({ type }) => type.startsWith('image/'))
  return arePictures && clipboard.getData('text/plain').trim() !== ''
}
