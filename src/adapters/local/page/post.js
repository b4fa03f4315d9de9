// One post: the hour and the bot's mark in the margin, what was said to the right of it.
import { press } from './api.js'
import { el, icon, icons } from './dom.js'
import { sizeOf, timeOf } from './formats.js'
import { headlineOf, showMessage } from './message.js'
import { change, say, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */

/**
 * @param {Post} post
 * @param {{ place: string, privately?: boolean, below?: HTMLElement | null }} where
 */
export function showPost(post, { place, privately = false, below = null }) {
  const text = post.body ? showMessage(post.body, post.language) : post.text && el('p', { class: 'own' }, post.text)
  return el(
    'li',
    { class: `post${post.bot ? ' bot' : ''}${privately ? ' private' : ''}` },
    el('div', { class: 'margin' }, el('time', { datetime: post.created }, timeOf(post.created)), ...marksOf(post)),
    el(
      'article',
      { class: 'said' },
      headOf(post, privately),
      text || null,
      filesOf(post),
      buttonsOf(post, place),
      below,
    ),
  )
}

/** @param {Post} post */
function marksOf(post) {
  const names = /** @type {Record<string, string>} */ (say().marks)
  return post.reactions.map((mark) =>
    el('span', { class: 'mark', role: 'img', title: names[mark], 'aria-label': names[mark] ?? mark }, mark),
  )
}

/**
 * @param {Post} post
 * @param {boolean} privately
 */
function headOf(post, privately) {
  const name = state.people.find(({ id }) => id === post.author)?.name ?? post.author
  const edited = post.bot && !privately && post.updated !== post.created
  return el(
    'header',
    { class: 'head' },
    el('span', { class: 'author' }, name),
    edited && el('span', { class: 'edited' }, say().edited(timeOf(post.updated))),
    privately && el('span', { class: 'only-you' }, say().onlyYou),
    privately &&
      el(
        'button',
        { class: 'quiet', type: 'button', 'aria-label': say().dismiss, onclick: () => dismiss(post.id) },
        icon(icons.close),
        el('span', {}, say().dismiss),
      ),
  )
}

/** @param {string} id */
function dismiss(id) {
  change({ replies: state.replies.filter(({ post }) => post.id !== id) })
}

/** @param {Post} post */
function filesOf(post) {
  if (post.files.length === 0) return null
  const items = post.files.map(({ id, name, size, url }) => {
    const label = say().download(name, sizeOf(size))
    const link = { class: 'file', href: url, download: name, 'aria-label': label, 'data-focus': `file ${id}` }
    const [, stem = name, end = ''] = /^(.+?)((?:\.[^.]+)?)$/s.exec(name) ?? []
    return el(
      'li',
      {},
      el(
        'a',
        link,
        el('span', { class: 'file-name' }, el('span', { class: 'stem' }, stem), el('span', { class: 'end' }, end)),
        el('span', { class: 'file-size' }, sizeOf(size)),
        icon(icons.download),
      ),
    )
  })
  return el('ul', { class: 'files' }, ...items)
}

/**
 * @param {Post} post
 * @param {string} place
 */
function buttonsOf(post, place) {
  if (post.buttons.length === 0) return null
  const alert = el('p', { class: 'alert', role: 'alert' })
  const buttons = post.buttons.map(({ id, label, style }) => {
    const button = el('button', { class: `button ${style}`, type: 'button', 'data-focus': `button ${id}` }, label)
    button.addEventListener('click', () => void pressButton(post, id, { place, button, alert }))
    return button
  })
  return el('div', { class: 'buttons' }, ...buttons, alert)
}

/**
 * @param {Post} post
 * @param {string} id
 * @param {{ place: string, button: HTMLElement, alert: HTMLElement }} where
 */
async function pressButton(post, id, { place, button, alert }) {
  if (button.getAttribute('aria-busy') === 'true') return
  button.setAttribute('aria-busy', 'true')
  alert.textContent = ''
  try {
    const { person } = state
    const { reply } = await press(post.id, id, person)
    if (reply) change({ replies: [...state.replies, { post: reply, place, after: post.id, person }] })
  } catch (error) {
    alert.textContent = say().errors[/** @type {{ code: 'other' }} */ (error).code] ?? say().errors.other
  } finally {
    button.removeAttribute('aria-busy')
  }
}

/**
 * Under the first post of a thread, in the channel: how many answers, and the bot's last verdict.
 * @param {Post} first
 * @param {readonly Post[]} answers
 */
export function showAnswers(first, answers) {
  const verdict = answers.findLast(({ bot }) => bot)
  const attributes = { class: `answers${answers.length === 0 ? ' none' : ''}`, type: 'button', 'data-focus': 'answers' }
  const label = answers.length === 0 ? say().reply : say().replies(answers.length)
  const button = el(
    'button',
    attributes,
    el('span', { class: 'count' }, label),
    verdict ? el('span', { class: 'verdict', lang: verdict.language }, headlineOf(verdict)) : null,
  )
  button.addEventListener('click', () => {
    location.hash = `thread=${first.id}`
  })
  return button
}
