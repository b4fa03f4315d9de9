// A list that is at its end stays there, whatever is added to it and however much of it is seen.

/** @type {WeakMap<HTMLElement, number>} where the page itself has put a list */
const shown = new WeakMap()

/** @param {HTMLElement} scroll */
export function isAtEnd(scroll) {
  const left = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight
  return left < 80 || shown.get(scroll) === scroll.scrollTop
}

/**
 * To the end, but never past the head of the last post: its verdict stands there.
 * @param {HTMLElement} scroll
 */
export function showEnd(scroll) {
  const last = scroll.querySelector('.posts > :last-child')
  const top = last instanceof HTMLElement ? last.offsetTop + 1 : 0
  scroll.scrollTop = Math.min(top, scroll.scrollHeight - scroll.clientHeight)
  shown.set(scroll, scroll.scrollTop)
}

/**
 * When a window grows or shrinks, or a phone shows its keyboard.
 * @param {HTMLElement} scroll
 */
export function keepEnd(scroll) {
  let atEnd = true
  scroll.addEventListener('scroll', () => {
    atEnd = isAtEnd(scroll)
  })
  new ResizeObserver(() => {
    if (atEnd) showEnd(scroll)
  }).observe(scroll)
}
