// The two lists of posts: the channel (or the direct messages), and the thread that is open beside or above it.
import { el, find, showList } from './dom.js'
import { dayOf } from './formats.js'
import { showAnswers, showPost } from './post.js'
import { sampleFile, showSpecimen } from './sample.js'
import { isAtEnd, showEnd } from './scrolling.js'
import { inOrder, say, state, threadOf } from './state.js'
import { drawThreadHead } from './thread-head.js'

/** @typedef {import('./state.js').Post} Post */
/** @typedef {{ id: string, day?: string, post?: Post, privately?: boolean, answers?: readonly Post[] }} Row */

/** @param {{ trySample: () => void }} actions */
export function drawChannel({ trySample }) {
  const pane = find('#channel')
  const place = state.view
  const firsts = inOrder((place === 'direct' ? state.direct : state.posts).values()).filter(({ thread }) => !thread)
  const posts = firsts.map((post) => ({
    id: post.id,
    post,
    ...(place === 'channel' ? { answers: threadOf(post.id).slice(1) } : {}),
  }))
  pane.setAttribute('aria-label', place === 'direct' ? say().direct : say().channel)
  const empty = find('.empty', pane)
  // First, as it hides the list, and what is hidden has no end to be shown.
  empty.hidden = !state.loaded || firsts.length > 0 || privateRows(place).length > 0
  draw(pane, withReplies(withDays(posts), place), place)
  if (!empty.hidden) empty.replaceChildren(...(place === 'direct' ? noDirect() : welcome(trySample)))
}

export function drawThread() {
  const pane = find('#thread')
  const posts = state.thread === null ? [] : threadOf(state.thread)
  const [first] = posts
  pane.hidden = !first
  document.body.classList.toggle('thread-open', !pane.hidden)
  if (!first || state.thread === null) return
  pane.setAttribute('aria-label', say().thread)
  drawThreadHead(find('.pane-head', pane), first)
  const rows = posts.map((post) => ({ id: post.id, post }))
  draw(pane, withReplies(rows, state.thread), state.thread)
}

/**
 * @param {HTMLElement} pane
 * @param {readonly Row[]} rows
 * @param {string} place
 */
function draw(pane, rows, place) {
  const scroll = find('.scroll', pane)
  const atEnd = isAtEnd(scroll)
  const moved = pane.getAttribute('data-place') !== place
  pane.setAttribute('data-place', place)
  showList(find('.posts', pane), rows, {
    key: ({ id }) => id,
    print: (row) => JSON.stringify([row, state.person, place, changingOf(row, place)]),
    make: (row) => drawRow(row, place),
  })
  if (atEnd || moved) showEnd(scroll)
}

/**
 * @param {Row} row
 * @param {string} place
 */
function drawRow({ day, post, privately = false, answers }, place) {
  if (!post) return el('li', { class: 'day' }, el('span', {}, day ?? ''))
  const below = answers && !privately ? showAnswers(post, answers) : null
  const element = showPost(post, { place, privately, below, changing: changingOf({ id: post.id }, place) })
  element.setAttribute('data-stamp', post.updated)
  return element
}

/**
 * @param {Pick<Row, 'id'>} row
 * @param {string} place
 */
function changingOf({ id }, place) {
  const { changing } = state
  return changing?.post === id && changing.place === place ? changing.what : null
}

/**
 * @param {readonly Row[]} rows
 * @returns {Row[]}
 */
function withDays(rows) {
  return rows.flatMap((row, index) => {
    const day = row.post ? dayOf(row.post.created) : ''
    const before = rows[index - 1]?.post
    return before && dayOf(before.created) === day ? [row] : [{ id: `day ${day}`, day }, row]
  })
}

/**
 * Private replies stand after the post they answer, or at the end.
 * @param {readonly Row[]} rows
 * @param {string} place
 */
function withReplies(rows, place) {
  const replies = privateRows(place)
  const shown = rows.flatMap((row) => [row, ...replies.filter(({ after }) => after === row.id)])
  return [...shown, ...replies.filter(({ after }) => !rows.some(({ id }) => id === after))]
}

/** @param {string} place */
function privateRows(place) {
  return state.replies
    .filter((reply) => reply.place === place && reply.person === state.person)
    .map(({ post, after }) => ({ id: post.id, post, privately: true, after }))
}

/** @param {() => void} trySample */
function welcome(trySample) {
  const file = sampleFile(say().sample)
  const link = el('a', { class: 'button', href: URL.createObjectURL(file), download: file.name }, say().emptyGet)
  return [
    el('p', { class: 'empty-title' }, say().emptyTitle),
    el('p', {}, say().emptyText),
    showSpecimen(),
    el(
      'p',
      { class: 'buttons' },
      el('button', { class: 'button primary', type: 'button', onclick: trySample }, say().emptyTry),
      link,
    ),
  ]
}

function noDirect() {
  return [el('p', { class: 'empty-title' }, say().emptyDirect), el('p', {}, say().emptyDirectText)]
}
