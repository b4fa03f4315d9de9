// How far two words are: what may be a slip of the finger and what is another word.

/** True when `a` becomes `b` by at most `limit` insertions, deletions, replacements or swaps of neighbours. */
export function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) row[j] = cost(a, b, i, j, row, above, before)
    if (Math.min(...row) > limit) return false
    before = above
    above = row
  }
  return (above[b.length] ?? limit + 1) <= limit
}

function cost(a: string, b: string, i: number, j: number, row: number[], above: number[], before: number[]): number {
  const differs = a[i - 1] === b[j - 1] ? 0 : 1
  const best = Math.min((above[j - 1] ?? 0) + differs, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
  return swapped ? Math.min(best, (before[j - 2] ?? 0) + 1) : best
}

/** The only candidate within `limit` edits of the text, or null when there is none or several. */
export function nearest(text: string, candidates: Iterable<string>, limit = 2): string | null {
  let found: string | null = null
  for (const candidate of candidates) {
    if (!within(text, candidate, limit)) continue
    if (found !== null && found !== candidate) return null
    found = candidate
  }
  return found
}
