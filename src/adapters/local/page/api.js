// Calls of the HTTP API; a refusal becomes an error with the server's code.

export class Refusal extends Error {
  /** @param {string} code */
  constructor(code) {
    super(code)
    this.code = code
  }
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function call(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new Refusal('unreachable')
  })
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new Refusal(body.error?.code ?? 'other')
  return body
}

/**
 * @param {string} path
 * @param {object} body
 * @param {'POST' | 'PATCH' | 'DELETE'} [method]
 */
function send(path, body, method = 'POST') {
  return call(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
}

/** @param {string} id */
const pathOf = (id) => `/api/posts/${encodeURIComponent(id)}`

/** @returns {Promise<{ people: import('./state.js').Person[] }>} */
export const getPeople = () => call('/api/people')

/** @returns {Promise<{ posts: import('./state.js').Post[] }>} */
export const getPosts = () => call('/api/posts')

/**
 * @param {string} person
 * @returns {Promise<{ posts: import('./state.js').Post[] }>}
 */
export const getDirect = (person) => call(`/api/direct?person=${encodeURIComponent(person)}`)

/**
 * @param {{ author: string, text: string, thread: string | null, files: readonly File[] }} post
 * @returns {Promise<{ post: import('./state.js').Post }>}
 */
export function addPost({ author, text, thread, files }) {
  const form = new FormData()
  form.set('author', author)
  form.set('text', text)
  if (thread) form.set('thread', thread)
  for (const file of files) form.append('file', file, file.name)
  return call('/api/posts', { method: 'POST', body: form })
}

/**
 * @param {string} post
 * @param {{ author: string, text: string, files: readonly string[] }} left ids of the files that stay
 * @returns {Promise<{ post: import('./state.js').Post }>}
 */
export const changePost = (post, left) => send(pathOf(post), left, 'PATCH')

/**
 * @param {string} post
 * @param {string} author
 * @returns {Promise<{ post: import('./state.js').Post }>}
 */
export const deletePost = (post, author) => send(pathOf(post), { author }, 'DELETE')

/**
 * @param {string} post
 * @param {string} button id of the button or of the choice
 * @param {{ author: string, option?: string }} pressed
 * @returns {Promise<{ reply: import('./state.js').Post | null }>}
 */
export const press = (post, button, pressed) => send(`${pathOf(post)}/buttons/${encodeURIComponent(button)}`, pressed)

/**
 * @param {string} person
 * @returns {Promise<{ commands: import('../api-suggestions.ts').Suggestion[] }>}
 */
export const getCommands = (person) => call(`/api/commands?person=${encodeURIComponent(person)}`)

/**
 * @param {string} author
 * @param {string} text
 * @param {string | null} thread
 * @returns {Promise<{ reply: import('./state.js').Post }>}
 */
export const command = (author, text, thread) => send('/api/commands', { author, text, thread })
