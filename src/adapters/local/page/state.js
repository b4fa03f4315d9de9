// Everything the page knows, in one place; views are drawn again from it after each change.
import { Refusal } from './api.js'
import { words } from './words.js'

/** @typedef {import('../post-json.ts').PostJson} Post */
/** @typedef {import('../../../ports/chat.ts').Person} Person */
/** @typedef {{ what: 'edit' | 'delete', post: string, place: string, text: string, files: string[] }} Changing one's own post */
/** @typedef {{ post: Post, place: string, after: string | null }} Reply seen by one person only; `place` is a view or a thread */

/**
 * @type {{
 *   people: readonly Person[], person: string, view: 'channel' | 'direct', thread: string | null,
 *   posts: Map<string, Post>, direct: Map<string, Post>, replies: readonly (Reply & { person: string })[],
 *   online: boolean, loaded: boolean, read: Record<string, string>, changing: Changing | null,
 * }}
 */
export const state = {
  people: [],
  person: 'requester',
  view: 'channel',
  thread: null,
  posts: new Map(),
  direct: new Map(),
  replies: [],
  online: true,
  loaded: false,
  read: {},
  changing: null,
}

/** @type {Set<() => void>} */
const watchers = new Set()
let due = false

/** @param {Partial<typeof state>} [patch] */
export function change(patch = {}) {
  Object.assign(state, patch)
  if (due) return
  due = true
  queueMicrotask(() => {
    due = false
    for (const watcher of watchers) watcher()
  })
}

/** @param {() => void} watcher */
export function watch(watcher) {
  watchers.add(watcher)
}

/** @param {Post} post */
export function keep(post) {
  if (post.direct === null) state.posts.set(post.id, post)
  else if (post.direct === state.person) state.direct.set(post.id, post)
  change()
}

/**
 * A post as an answer shows it: good until the stream has said something of it.
 * @param {Post} post
 */
export function keepIfNew(post) {
  if (!state.posts.has(post.id)) keep(post)
}

/**
 * A post as a change of one's own left it, unless the stream was faster: it may know of what came after by now.
 * @param {Post} post
 */
export function keepIfNewer(post) {
  if ((state.posts.get(post.id)?.updated ?? '') < post.updated) keep(post)
}

/** @param {Post} post */
export function isDeleted({ bot, text, files }) {
  return !bot && text === '' && files.length === 0
}

/** @returns {Person | undefined} */
export function me() {
  return state.people.find(({ id }) => id === state.person)
}

/** The words of the person who looks. */
export function say() {
  return words[me()?.language ?? 'fr']
}

/**
 * What to tell of an error, in the words of the person who looks.
 * @param {unknown} error
 */
export function errorOf(error) {
  const code = error instanceof Refusal ? error.code : 'other'
  return /** @type {Record<string, string>} */ (say().errors)[code] ?? say().errors.other
}

/** @param {Iterable<Post>} posts */
export function inOrder(posts) {
  return [...posts].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** @param {string} first id of the first post */
export function threadOf(first) {
  return inOrder(state.posts.values()).filter(({ id, thread }) => id === first || thread === first)
}
