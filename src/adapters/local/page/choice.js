// One of several, as the browser's own select. Arrow keys walk through a closed one, so what they pass is sent only with
// Enter or on leaving it.
import { el } from './dom.js'

/**
 * @param {import('../../../replies/message.ts').Choice} choice
 * @param {(control: HTMLElement, option: string) => Promise<boolean>} send whether the option was taken
 */
export function showChoice({ id, label, options, chosen }, send) {
  const shown = options.map(({ value, label: text }) => el('option', { value, selected: value === chosen }, text))
  const blank = chosen === null && el('option', { value: '', disabled: true, selected: true }, '–')
  const select = /** @type {HTMLSelectElement} */ (el('select', { 'data-focus': `choice ${id}` }, blank, ...shown))
  let holds = chosen ?? ''
  let walking = false

  const take = async () => {
    if (!select.isConnected || select.value === holds || select.getAttribute('aria-busy') === 'true') return
    walking = false
    const wanted = select.value
    if (await send(select, wanted)) holds = wanted
    select.value = holds
  }
  select.addEventListener('pointerdown', () => {
    walking = false
  })
  select.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && select.value !== holds) {
      event.stopPropagation()
      select.value = holds
    }
    walking = !event.altKey && event.key !== ' ' && event.key !== 'Enter'
    if (event.key === 'Enter' && select.value !== holds) {
      event.preventDefault()
      void take()
    }
  })
  select.addEventListener('change', () => void (walking || take()))
  select.addEventListener('blur', () => void take())
  return el('label', { class: 'choice' }, el('span', {}, label), select)
}
