// Columns for a terminal or a text file, where a table is readable.

/** Rows as lines, each column as wide as its widest cell; empty columns are left out. Styles go on after. */
export function aligned(rows: readonly (readonly string[])[], gap = '  '): readonly string[] {
  const widths: number[] = []
  for (const cells of rows) {
    cells.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width(cell))
    })
  }
  return rows.map((cells) =>
    cells
      .flatMap((cell, column) => padded(cell, widths[column]!))
      .join(gap)
      .trimEnd(),
  )
}

const padded = (cell: string, wanted: number): string[] =>
  wanted === 0 ? [] : [cell + ' '.repeat(Math.max(0, wanted - width(cell)))]

/** Characters as seen: accents apart from their letter take no room. */
const width = (text: string): number => {
  // Plain text, by far the most frequent, needs no counting.
  if (/^[\x20-\x7E]*$/.test(text)) return text.length
  return Array.from(text.replace(/\p{M}/gu, '')).length
}
