// Live updates: the stream only says what is new, so after each interruption the lists are read again. What the stream
// says is always newer than an answer that was under way meanwhile.
import { getDirect, getPosts } from './api.js'
import { change, keep, state } from './state.js'

/** @type {Set<Map<string, import('./state.js').Post>>} what came live, for each reading under way */
const readings = new Set()

/** @param {(post: import('./state.js').Post) => void} onPost called for what comes live */
export function listen(onPost) {
  const source = new EventSource('/api/events')
  const take = (/** @type {MessageEvent<string>} */ event) => {
    const { post } = JSON.parse(event.data)
    for (const reading of readings) reading.set(post.id, post)
    keep(post)
    onPost(post)
  }
  source.addEventListener('open', () => void readAll())
  source.addEventListener('post-created', take)
  source.addEventListener('post-updated', take)
  source.addEventListener('error', () => {
    change({ online: false })
    if (source.readyState !== EventSource.CLOSED) return
    setTimeout(() => listen(onPost), 2000)
  })
}

/** Reads channel and direct messages from the start. */
export async function readAll() {
  const { person } = state
  /** @type {Map<string, import('./state.js').Post>} */
  const meanwhile = new Map()
  readings.add(meanwhile)
  try {
    const [channel, direct] = await Promise.all([getPosts(), getDirect(person)])
    if (person !== state.person) return
    change({ posts: byId(channel.posts), direct: byId(direct.posts), online: true, loaded: true })
    for (const post of meanwhile.values()) keep(post)
  } catch {
    change({ online: false })
  } finally {
    readings.delete(meanwhile)
  }
}

/** @param {import('./state.js').Post[]} posts */
function byId(posts) {
  return new Map(posts.map((post) => [post.id, post]))
}
