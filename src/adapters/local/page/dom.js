// The only way an element is made here: text goes in as text, so nothing that others wrote becomes markup.

/**
 * @param {string} name
 * @param {Record<string, unknown>} [attributes] `onclick` and the like are listeners; null and false are left out
 * @param {...(Node | string | null | false)} children
 * @returns {HTMLElement}
 */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    if (typeof value === 'function') element.addEventListener(key.slice(2), /** @type {EventListener} */ (value))
    else element.setAttribute(key, value === true ? '' : String(value))
  }
  element.append(...children.filter((child) => child !== null && child !== false))
  return element
}

/**
 * A line drawing of 16 × 16, for the eye only.
 * @param {string} path
 */
export function icon(path) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export const icons = {
  attach: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  back: 'M10 3L5 8l5 5',
  download: 'M8 2.5v8M4.5 7.5L8 11l3.5-3.5M3 13.5h10',
  right: 'M3 8.5l3.5 3.5L13 4.5',
  asked: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.6v.1',
  send: 'M3 8h9.5M8.5 4l4 4-4 4',
  link: 'M6.6 9.4l2.8-2.8M7 4.6l1.3-1.3a2.6 2.6 0 0 1 3.7 0l.7.7a2.6 2.6 0 0 1 0 3.7L11.4 9M9 11.4l-1.3 1.3a2.6 2.6 0 0 1-3.7 0l-.7-.7a2.6 2.6 0 0 1 0-3.7L4.6 7',
  edit: 'M3 13l.7-2.9 7.4-7.4 2.2 2.2-7.4 7.4zM9.6 4.2l2.2 2.2',
  bin: 'M3 4.5h10M6.3 4.3V2.8h3.4v1.5M4.4 4.7l.6 8.5h6l.6-8.5M6.8 7v4M9.2 7v4',
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement}
 */
export function find(selector, within = document) {
  const element = within.querySelector(selector)
  if (!(element instanceof HTMLElement)) throw new Error(`no ${selector}`)
  return element
}

/**
 * Makes the list show these items, touching only what changed; the focus stays where it was.
 * @template T
 * @param {HTMLElement} list
 * @param {readonly T[]} items
 * @param {{ key: (item: T) => string, print: (item: T) => string, make: (item: T) => HTMLElement }} how `print` changes
 *   whenever the element must be made anew; one whose `data-stamp` is another is shown as changed
 */
export function showList(list, items, { key, print, make }) {
  const old = new Map([...list.children].map((child) => [child.getAttribute('data-key'), child]))
  const focused = focusIn(list)
  const caret = caretNow()
  const next = items.map((item) => {
    const before = old.get(key(item))
    if (before?.getAttribute('data-print') === print(item)) return before
    const element = make(item)
    element.setAttribute('data-key', key(item))
    element.setAttribute('data-print', print(item))
    if (before && before.getAttribute('data-stamp') !== element.getAttribute('data-stamp'))
      element.classList.add('changed')
    return element
  })
  for (const child of [...list.children]) if (!next.includes(child)) child.remove()
  for (const [index, element] of next.entries()) {
    if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null)
  }
  if (focused && !list.contains(document.activeElement)) {
    const again = list.querySelector(focused)
    if (again instanceof HTMLElement) again.focus({ preventScroll: true })
    if (again instanceof HTMLTextAreaElement && caret) again.setSelectionRange(...caret)
  }
}

/** @returns {[number, number] | null} what is selected in the box one writes in */
function caretNow() {
  const box = document.activeElement
  return box instanceof HTMLTextAreaElement ? [box.selectionStart, box.selectionEnd] : null
}

/** @param {HTMLElement} list */
function focusIn(list) {
  const active = document.activeElement
  const name = active && list.contains(active) ? active.getAttribute('data-focus') : null
  const key = active?.closest('[data-key]')?.getAttribute('data-key')
  return name && key ? `[data-key="${CSS.escape(key)}"] [data-focus="${CSS.escape(name)}"]` : null
}
