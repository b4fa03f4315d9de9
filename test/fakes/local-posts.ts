// The local channel's store in memory, for tests that are not about the store.

import type { LocalFile, LocalPost, LocalPosts, NewLocalFile } from '../../src/ports/local-posts.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'

/** Posts sorted by id; a key that is already another post's is refused as the database would. */
export function fakeLocalPosts(): LocalPosts {
  const posts = new Map<string, LocalPost>()
  const files = new Map<string, { readonly post: string; readonly file: LocalFile; bytes: Uint8Array | null }>()

  function replaceFiles(post: string, newFiles: readonly NewLocalFile[]): readonly LocalFile[] {
    for (const [id, kept] of files) if (kept.post === post) files.delete(id)
    for (const { bytes, ...file } of newFiles) files.set(file.id, { post, file, bytes: Uint8Array.from(bytes) })
    return newFiles.map(({ id, name, size, type }) => ({ id, name, size, type }))
  }

  const all = (): readonly LocalPost[] => [...posts.values()].sort((one, other) => (one.id < other.id ? -1 : 1))

  return {
    async save(post, newFiles) {
      await Promise.resolve()
      if (post.key !== null && all().some(({ id, key }) => key === post.key && id !== post.id))
        throw new OutsideError('store-refused', `the key ${post.key} is taken`)
      if (newFiles.some(({ id }) => (files.get(id)?.post ?? post.id) !== post.id))
        throw new OutsideError('store-refused', 'a file with that id is there')
      const saved = { ...structuredCloneOf(post), files: replaceFiles(post.id, newFiles) }
      posts.set(post.id, saved)
      return saved
    },
    react(id, reactions, updated) {
      const post = posts.get(id)
      if (!post) return Promise.resolve(null)
      const changed = { ...post, reactions, updated }
      posts.set(id, changed)
      return Promise.resolve(changed)
    },
    get: (id) => Promise.resolve(posts.get(id) ?? null),
    byKey: (key) => Promise.resolve(all().find((post) => post.key === key) ?? null),
    list: ({ thread, direct, after }) =>
      Promise.resolve(
        all()
          .filter((post) => post.direct === (direct ?? null))
          .filter((post) => thread === undefined || post.thread === thread || post.id === thread)
          .filter((post) => after === undefined || post.id > after),
      ),
    file(id) {
      const kept = files.get(id)
      return Promise.resolve(kept ? { ...kept.file, bytes: kept.bytes } : null)
    },
    forget(before) {
      const threads = Map.groupBy(all(), ({ id, thread }) => thread ?? id)
      const over = [...threads.values()].filter((thread) => thread.every(({ updated }) => isOlder(updated, before)))
      const gone = over.flat()
      for (const { id } of gone) {
        posts.delete(id)
        replaceFiles(id, [])
      }
      const old = [...files.values()].filter(({ post, bytes }) => bytes && isOlder(writtenAt(posts.get(post)!), before))
      for (const file of old) file.bytes = null
      return Promise.resolve(gone.length + old.length)
    },
  }
}

/** What a database gives back of the body: JSON, not the same object. */
function structuredCloneOf(post: Omit<LocalPost, 'files'>): Omit<LocalPost, 'files'> {
  return { ...post, body: JSON.parse(JSON.stringify(post.body)) as unknown }
}

const writtenAt = ({ bot, created, updated }: LocalPost) => (bot ? updated : created)

const isOlder = (instant: Temporal.Instant, than: Temporal.Instant) => Temporal.Instant.compare(instant, than) < 0
