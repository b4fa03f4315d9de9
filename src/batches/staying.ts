// Rows that were good stay out of the file of rows to review, so the corrected file they are in is needed as well.
import { remainderNumber } from './revision-of.ts'

export type Sent = { readonly number: number; readonly name: string }

/**
 * Numbers of the revisions whose corrected files are to be uploaded beside that of `file`, oldest first. `before` are the
 * revisions before it. None for a whole new version: it replaces them all. The same rows to review, mended once more,
 * replace what was mended of them before.
 */
export function staying(file: Sent, before: readonly Sent[]): readonly number[] {
  const completed = completedBy(file, before)
  if (completed === null) return []
  const earlier = before.filter(({ number }) => number < completed.number)
  return [...staying(completed, earlier), completed.number]
}

/** The revision whose rejected rows these are: the one of that number, else the last whole file. */
function completedBy({ name }: Sent, before: readonly Sent[]): Sent | null {
  const number = remainderNumber(name)
  if (number === null) return null
  const whole = before.findLast((other) => remainderNumber(other.name) === null) ?? before[0] ?? null
  return before.find((other) => whole && other.number === number && number > whole.number) ?? whole
}
