// The sheets that show rows of the person's table: their cells, marked, and what is to be said beside them.
import type { Problem } from '../../checking/report.ts'
import type { Row } from '../../table/table.ts'
import { type Annotations, worstOf } from './annotations.ts'
import type { Cell, Sheet, SheetRow, Style } from './sheet.ts'
import { widthsOf } from './widths.ts'

export type TableSheet = {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly annotations: Annotations
  /** Head of the last column, beside the table. */
  readonly review: string
  /** Head of the first column when rows are told by number; null: each row stands at its own number. */
  readonly row: string | null
}

/** Notes of a sheet: with more of them a spreadsheet takes seconds to open. */
const mostNotes = 3_000

/** The header and those rows; `isCut`: the last cells that are marked have no note. */
export function tableSheet(table: TableSheet): { readonly sheet: Sheet; readonly isCut: boolean } {
  const { name, row, columns } = table
  const start = row === null ? 0 : 1
  const width = table.rows.reduce((most, { cells }) => Math.max(most, cells.length), columns.length)
  const notes = makeNotes(table.annotations)
  const lines = [{ number: 1, cells: columns }, ...table.rows].map((line, index): SheetRow => {
    const problems = table.annotations.byRow.get(line.number) ?? []
    const isHead = index === 0
    const cells = [
      ...(row === null ? [] : [numberCell(isHead ? row : String(line.number), isHead)]),
      ...postedCells(line.cells, problems, start, isHead ? 'header' : 'text', table.annotations, notes),
      ...besideCell(start + width, isHead ? table.review : null, problems, table.annotations),
    ]
    return { number: row === null ? line.number : index + 1, cells }
  })
  const lastRow = lines.at(-1)!.number
  const sheet = { name, rows: lines, widths: widthsOf(lines, start + width), frozenColumns: start, lastRow }
  return { sheet, isCut: notes.isCut() }
}

const numberCell = (text: string, isHead: boolean): Cell => ({ column: 0, text, style: isHead ? 'header' : 'number' })

/** The cells that hold something or are marked. */
function postedCells(
  texts: readonly string[],
  problems: readonly Problem[],
  start: number,
  style: Style,
  { columnOf }: Annotations,
  notes: Notes,
): readonly Cell[] {
  const marked = Map.groupBy(problems, columnOf)
  const last = Math.max(texts.length - 1, ...[...marked.keys()].map((column) => column ?? -1))
  const cells: Cell[] = []
  for (let column = 0; column <= last; column++) {
    const text = texts[column] ?? ''
    const here = marked.get(column)
    if (here) cells.push({ column: start + column, text, style: worstOf(here), note: notes.take(here) })
    else if (text !== '') cells.push({ column: start + column, text, style })
  }
  return cells
}

/** What is said of the row, in the colour of what matters most when no cell of the table has it. */
function besideCell(
  column: number,
  head: string | null,
  problems: readonly Problem[],
  { columnOf, textOf }: Annotations,
): readonly Cell[] {
  if (head !== null) return [{ column, text: head, style: 'header' }]
  if (problems.length === 0) return []
  const whole = problems.filter((problem) => columnOf(problem) === null)
  return [{ column, text: textOf(problems), style: whole.length === 0 ? 'sentence' : worstOf(whole) }]
}

type Notes = {
  readonly take: (problems: readonly Problem[]) => string | undefined
  readonly isCut: () => boolean
}

/** Repairs leave room for what needs a person. */
function makeNotes({ textOf }: Annotations): Notes {
  let count = 0
  let isCut = false
  return {
    take: (problems) => {
      const isTaken = count < (worstOf(problems) === 'repaired' ? mostNotes / 2 : mostNotes)
      if (isTaken) count++
      else isCut = true
      return isTaken ? textOf(problems) : undefined
    },
    isCut: () => isCut,
  }
}
