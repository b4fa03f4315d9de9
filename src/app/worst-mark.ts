// A post has one mark, whatever the number of its files: who looks at it must not miss the one that needs something.
import type { Mark } from '../ports/chat.ts'

const order: readonly Mark[] = ['failed', 'blocked', 'partial', 'waiting', 'working', 'ready', 'done', 'closed']

/** The worst state of the files of a post; null is that of a file not yet begun. */
export function worstMark(marks: readonly (Mark | null)[]): Mark {
  const states = new Set(marks.map((mark) => mark ?? 'working'))
  return order.find((mark) => states.has(mark)) ?? 'working'
}
