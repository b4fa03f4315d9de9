// People rename, copy and download again: a file belongs to the request of the same name, whatever was added to that name.
import { type Batch, isOpen } from './batch.ts'

const extension = /\.(csv|txt|tsv|xlsx?|ods)$/
const additions = [
  // Ours, in both languages.
  /[.\-_ ](corrige|corrected|a-revoir|rejected|annote|annotated)(-\d{1,3})?$/,
  // What browsers and desktops add to a second copy.
  / ?\(\d{1,3}\)$/,
  /[-_ ]+(copie|copy)( ?\(?\d{1,3}\)?)?$/,
]
const prefix = /^(copie de|copy of) /

/**
 * The open batch that a new file of its thread revises: the last one whose first file had the same name, else the last
 * one opened; null: the file starts a batch. `batches` are those of the thread, oldest first. Files posted together are
 * separate requests: leave out the batches opened by the same post.
 */
export function revisionOf<Known extends Pick<Batch, 'name' | 'state'>>(
  batches: readonly Known[],
  fileName: string,
): Known | null {
  const candidates = batches.filter((batch) => isOpen(batch.state))
  const stem = stemOf(fileName)
  return candidates.findLast((batch) => stemOf(batch.name) === stem) ?? candidates.at(-1) ?? null
}

/** A file's name without case, accents, extension and what copying, downloading or this bot added to it. */
export function stemOf(fileName: string): string {
  let stem = plain(fileName).replace(prefix, '')
  for (let before = ''; before !== stem; ) {
    before = stem
    stem = [extension, ...additions].reduce((name, addition) => name.replace(addition, ''), stem)
    if (stem === '') return before
  }
  return stem
}

const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
