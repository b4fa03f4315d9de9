// One post: the hour and the bot's mark in the margin, what was said to the right of it.
import { showButtons } from './buttons.js'
import { showDeleting } from './deleting.js'
import { el, icon, icons } from './dom.js'
import { showEditing } from './editing.js'
import { showFiles } from './files.js'
import { timeOf } from './formats.js'
import { headlineOf, showMessage } from './message.js'
import { showOwnActions } from './own-post.js'
import { change, isDeleted, say, state } from './state.js'

/** @typedef {import('./state.js').Post} Post */
/** @typedef {'edit' | 'delete' | null} Changing what its author is about to do to it, here */
/** @typedef {{ place: string, privately?: boolean, below?: HTMLElement | null, changing?: Changing }} Where */

/**
 * @param {Post} post
 * @param {Where} where
 */
export function showPost(post, { place, privately = false, below = null, changing = null }) {
  return el(
    'li',
    { class: `post${post.bot ? ' bot' : ''}${privately ? ' private' : ''}` },
    el('div', { class: 'margin' }, el('time', { datetime: post.created }, timeOf(post.created)), ...marksOf(post)),
    el(
      'article',
      { class: 'said' },
      headOf(post, { place, privately, changing }),
      ...(changing === 'edit' ? [showEditing(post, place)] : [textOf(post), ...showFiles(post.files)]),
      changing === 'delete' && showDeleting(post, place),
      showButtons(post, place),
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

/** @param {Post} post */
function textOf(post) {
  if (isDeleted(post)) return el('p', { class: 'gone' }, say().deleted)
  if (post.body) return showMessage(post.body, post.language)
  return post.text === '' ? null : el('p', { class: 'own' }, post.text)
}

/**
 * @param {Post} post
 * @param {{ place: string, privately: boolean, changing: Changing }} where
 */
function headOf(post, { place, privately, changing }) {
  const name = state.people.find(({ id }) => id === post.author)?.name ?? post.author
  const isMine = post.author === state.person && !isDeleted(post)
  return el(
    'header',
    { class: 'head' },
    el('span', { class: 'author' }, name),
    post.edited !== null && !isDeleted(post) && el('span', { class: 'edited' }, say().edited(timeOf(post.edited))),
    privately && el('span', { class: 'only-you' }, say().onlyYou),
    privately &&
      el(
        'button',
        { class: 'quiet', type: 'button', 'aria-label': say().dismiss, onclick: () => dismiss(post.id) },
        icon(icons.close),
        el('span', {}, say().dismiss),
      ),
    isMine && changing === null && showOwnActions(post, place),
  )
}

/** @param {string} id */
function dismiss(id) {
  change({ replies: state.replies.filter(({ post }) => post.id !== id) })
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
