// A chat may lose a file, its author may delete it: once fetched, it is read from the store.
import type { StoredPosting } from '../ports/store.ts'
import { chatNamed, type Outside } from './outside.ts'

/** Bytes of a posted file, kept for the retention time. Throws OutsideError `file-too-large`, `file-gone` and others. */
export async function postedBytes(
  outside: Pick<Outside, 'chats' | 'store' | 'clock' | 'retention' | 'maxFileBytes'>,
  { id, chat, file }: StoredPosting,
): Promise<Uint8Array> {
  const { store, clock, retention, maxFileBytes } = outside
  const kept = await store.files.get(id, 'posted')
  if (kept?.bytes) return kept.bytes
  const bytes = await chatNamed(outside, chat).download(file, maxFileBytes)
  await store.files.put({ posting: id, kind: 'posted', name: file.name, bytes }, clock.now().add(retention))
  return bytes
}
