// What goes wrong most, so that a page or a template can be mended rather than each file.

/** A file that was checked; `codes`: rows by what was wrong with them. */
export type Checked = {
  /** Id of its batch. */
  readonly batch: string
  readonly at: Temporal.Instant
  readonly codes: Readonly<Record<string, number>>
}

export type Mistake = { readonly code: string; readonly rows: number }

/** Most rows first. A file that is sent again with the same mistake does not make it more frequent: the most rows it had count. */
export function mistakesOf(files: readonly Checked[]): readonly Mistake[] {
  const rows = new Map<string, number>()
  for (const same of Map.groupBy(files, ({ batch }) => batch).values()) {
    for (const [code, most] of worstOf(same)) rows.set(code, (rows.get(code) ?? 0) + most)
  }
  return [...rows].map(([code, count]) => ({ code, rows: count })).toSorted((a, b) => b.rows - a.rows)
}

function worstOf(files: readonly Checked[]): ReadonlyMap<string, number> {
  const worst = new Map<string, number>()
  for (const [code, rows] of files.flatMap(({ codes }) => Object.entries(codes))) {
    worst.set(code, Math.max(rows, worst.get(code) ?? 0))
  }
  return worst
}
