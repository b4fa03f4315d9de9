// The bar on top: which list is shown, whether the server is there, and who one is.
import { el, find } from './dom.js'
import { readAll } from './live.js'
import { change, inOrder, me, say, state } from './state.js'

export function drawBar() {
  document.documentElement.lang = me()?.language ?? 'fr'
  find('#offline').hidden = state.online
  find('#offline').textContent = state.online ? '' : say().offline
  drawViews()
  drawPeople()
}

function drawViews() {
  const unread = state.view === 'direct' ? 0 : unreadDirect()
  const print = JSON.stringify([state.view, state.person, unread])
  const views = find('#views')
  if (views.getAttribute('data-print') === print) return
  views.setAttribute('data-print', print)
  const count = unread > 0 && el('span', { class: 'unread' }, String(unread))
  const held = views.contains(document.activeElement)
  views.replaceChildren(view('channel', say().channel), view('direct', say().direct, count))
  if (held) find('[aria-current]', views).focus()
}

/**
 * @param {'channel' | 'direct'} name
 * @param {string} label
 * @param {HTMLElement | false} [more]
 */
function view(name, label, more = false) {
  const current = state.view === name ? 'page' : null
  return el(
    'button',
    { class: 'view', type: 'button', 'aria-current': current, onclick: () => look(name) },
    label,
    more,
  )
}

/** @param {'channel' | 'direct'} view */
function look(view) {
  if (view === 'direct' && state.thread !== null) location.hash = ''
  change({ view })
  markRead()
}

/** Remembers that the direct messages shown were seen. */
export function markRead() {
  const last = inOrder(state.direct.values()).at(-1)
  if (state.view !== 'direct' || !last || state.read[state.person] === last.id) return
  change({ read: { ...state.read, [state.person]: last.id } })
}

function unreadDirect() {
  const seen = state.read[state.person] ?? ''
  return [...state.direct.values()].filter(({ id }) => id > seen).length
}

function drawPeople() {
  const people = find('#people')
  const print = JSON.stringify([state.people, me()?.language])
  if (people.getAttribute('data-print') !== print) {
    people.setAttribute('data-print', print)
    const held = people.contains(document.activeElement)
    people.replaceChildren(el('legend', { class: 'unseen' }, say().you), ...state.people.map(showPerson))
    if (held) find('input:checked', people).focus()
  }
}

/** @param {import('./state.js').Person} person */
function showPerson({ id, name, language }) {
  const role = /** @type {Record<string, string>} */ (say().roles)[id] ?? ''
  const input = el('input', { type: 'radio', name: 'person', value: id, checked: id === state.person })
  input.addEventListener('change', () => become(id))
  return el(
    'label',
    { class: 'person', title: `${name}, ${role} (${language})` },
    input,
    el('span', { class: 'initials', 'aria-hidden': 'true' }, initials(name)),
    el('span', { class: 'who' }, el('span', { class: 'full' }, ...fullName(name)), el('span', { class: 'role' }, role)),
  )
}

/**
 * On a phone there is room for the first name only.
 * @param {string} name
 */
function fullName(name) {
  const [first = name, ...others] = name.split(' ')
  return [first, el('span', { class: 'family' }, ` ${others.join(' ')}`)]
}

/** @param {string} name */
function initials(name) {
  return name
    .split(' ')
    .map((part) => part.charAt(0))
    .join('')
}

/** @param {string} person */
function become(person) {
  sessionStorage.setItem('person', person)
  change({ person, direct: new Map(), loaded: false, changing: null })
  void readAll().then(markRead)
}
