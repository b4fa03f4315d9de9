// Notes on cells: their text in one part and, because Excel shows none without it, their boxes as drawings in another.
import { boxAnchor, type Grid } from './note-box.ts'
import { type Cell, columnLetters, type Sheet } from './sheet.ts'
import { xmlText } from './xml-text.ts'

type Note = { readonly column: number; readonly row: number; readonly text: string }

/** The notes of a sheet, row by row. */
export const notesOf = ({ rows }: Sheet): readonly Note[] =>
  rows.flatMap(({ number, cells }) =>
    cells.filter(hasNote).map(({ column, note }) => ({ column, row: number, text: note })),
  )

const hasNote = (cell: Cell): cell is Cell & { readonly note: string } => cell.note !== undefined

/** Content of a comments part. */
export function commentsXml(notes: readonly Note[]): string {
  const list = notes.map(({ column, row, text }) => {
    const place = `ref="${columnLetters(column)}${row}" authorId="0"`
    return `<comment ${place}><text><r><t xml:space="preserve">${xmlText(text)}</t></r></text></comment>`
  })
  const author = '<authors><author>enrol-check</author></authors>'
  const schema = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return `<comments xmlns="${schema}">${author}<commentList>${list.join('')}</commentList></comments>`
}

/** Content of the drawing part that goes with it. */
export function boxesXml(notes: readonly Note[], grid: Grid): string {
  const names = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
  const kind = '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>'
  const boxes = notes.map((note, index) => boxXml(note, index, grid)).join('')
  return `<xml ${names} xmlns:x="urn:schemas-microsoft-com:office:excel">${kind}${boxes}</xml>`
}

function boxXml({ column, row, text }: Note, index: number, grid: Grid): string {
  const place = `<x:Anchor>${boxAnchor(column, row - 1, text, grid).join(',')}</x:Anchor>`
  const cell = `<x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column>`
  const name = `id="_x0000_s${firstBox + index}" type="#_x0000_t202"`
  const look = 'style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"'
  const moves = '<x:MoveWithCells/><x:SizeWithCells/>'
  const note = `<x:ClientData ObjectType="Note">${moves}${place}<x:AutoFill>False</x:AutoFill>${cell}</x:ClientData>`
  return `<v:shape ${name} ${look}><v:fill color2="#ffffe1"/><v:textbox/>${note}</v:shape>`
}

/** Office counts its shapes from here. */
const firstBox = 1025
