// While a command is written: what may follow, each with one line, as a combobox over the box one writes in.
import { getCommands } from './api.js'
import { isBegun, isCommand, matching, slash } from './command-matching.js'
import { el } from './dom.js'
import { say, state } from './state.js'

/** @typedef {import('../api-suggestions.ts').Suggestion} Suggestion */

/** @type {Map<string, Promise<readonly Suggestion[]>>} by person */
const known = new Map()

/**
 * Arrows choose, Enter or Tab takes what is chosen, Escape closes. Nothing is chosen by itself once the command is
 * whole, so that Enter sends it.
 * @param {HTMLTextAreaElement} text
 * @param {HTMLElement} composer
 */
export function suggestCommands(text, composer) {
  const list = el('ul', { class: 'suggestions', role: 'listbox', id: crypto.randomUUID(), hidden: true })
  composer.prepend(list)
  /** @type {readonly Suggestion[]} */
  let shown = []
  let chosen = -1

  function close() {
    list.hidden = true
    for (const name of ['role', 'aria-expanded', 'aria-controls', 'aria-autocomplete', 'aria-activedescendant'])
      text.removeAttribute(name)
  }

  async function suggest() {
    const written = text.value
    const found = isCommand(written) ? matching(written, await commandsOf(state.person)) : []
    if (written !== text.value) return
    shown = found
    chosen = found[0] && isBegun(written, found[0]) ? 0 : -1
    if (found.length === 0 || document.activeElement !== text) close()
    else open()
  }

  function open() {
    list.setAttribute('aria-label', say().suggestions)
    list.replaceChildren(...shown.map(showSuggestion))
    list.hidden = false
    for (const [name, value] of [
      ['role', 'combobox'],
      ['aria-expanded', 'true'],
      ['aria-controls', list.id],
      ['aria-autocomplete', 'list'],
    ])
      text.setAttribute(name ?? '', value ?? '')
    mark()
  }

  /**
   * @param {Suggestion} suggestion
   * @param {number} index
   */
  function showSuggestion(suggestion, index) {
    const option = el(
      'li',
      { class: 'suggestion', role: 'option', id: `${list.id}-${index}`, 'aria-selected': 'false' },
      el('span', { class: 'suggested' }, `${slash} `, el('b', {}, suggestion.name), ` ${suggestion.argument}`),
      el('span', { class: 'suggested-for' }, suggestion.text),
    )
    // Not click: the box would lose the focus first, and close the list.
    option.addEventListener('pointerdown', (event) => event.preventDefault())
    option.addEventListener('click', () => take(suggestion))
    return option
  }

  function mark() {
    for (const [index, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(index === chosen))
      if (index === chosen) option.scrollIntoView({ block: 'nearest' })
    }
    if (chosen === -1) text.removeAttribute('aria-activedescendant')
    else text.setAttribute('aria-activedescendant', `${list.id}-${chosen}`)
  }

  /** @param {Suggestion} suggestion */
  function take({ name, argument }) {
    text.value = `${slash} ${name}${argument === '' ? '' : ' '}`
    text.dispatchEvent(new Event('input'))
    close()
  }

  /** @param {number} by */
  function move(by) {
    const count = shown.length
    chosen = chosen === -1 ? (by > 0 ? 0 : count - 1) : (chosen + by + count) % count
    mark()
  }

  /** @param {KeyboardEvent} event */
  function answerKey(event) {
    const suggestion = shown[chosen]
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Escape') close()
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && suggestion) take(suggestion)
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  text.addEventListener('input', () => void suggest())
  text.addEventListener('blur', close)
  // Before the composer's own keys, and before Escape closes the thread.
  composer.addEventListener('keydown', (event) => list.hidden || event.isComposing || answerKey(event), true)
}

/** @param {string} person */
function commandsOf(person) {
  const asked = known.get(person) ?? getCommands(person).then(({ commands }) => commands)
  known.set(person, asked)
  return asked.catch(() => {
    known.delete(person)
    return []
  })
}
