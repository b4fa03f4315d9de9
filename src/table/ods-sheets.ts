// OpenDocument sheets are read here: SheetJS loses their numbers without a paragraph and repeats cells without a limit.
import { odsCellText } from './ods-cell.ts'
import { type Room, SheetRows } from './sheet-rows.ts'
import type { Sheet } from './spreadsheet.ts'
import { attribute, type Token, xmlTokens } from './xml-tokens.ts'

type Tag = Extract<Token, { kind: 'open' }>

/** Notes and drawings hang in a cell without being its content. */
const asides = new Set(['office:annotation', 'draw:frame', 'draw:custom-shape', 'draw:g', 'draw:control'])
const cells = new Set(['table:table-cell', 'table:covered-table-cell'])

/** Returns the visible sheets of a `content.xml`. */
export function readOds(content: string, room: Room): Sheet[] {
  const reader = new OdsReader(room)
  for (const token of xmlTokens(content)) reader.take(token)
  return reader.sheets
}

class OdsReader {
  readonly sheets: Sheet[] = []
  readonly #room: Room
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #rows: SheetRows | null = null
  #row = 0
  #rowsRepeated = 1
  #column = 0
  #cell: Tag | null = null
  #shown = ''
  #paragraphs = 0
  #insideParagraph = false
  /** Depth inside a note or drawing. */
  #aside = 0

  constructor(room: Room) {
    this.#room = room
  }

  take(token: Token): void {
    if (token.kind === 'text') {
      if (this.#insideParagraph && this.#aside === 0) this.#show(token.text)
    } else if (token.kind === 'close') this.#close(token.name)
    else {
      this.#open(token)
      if (token.closed) this.#close(token.name)
    }
  }

  #open(tag: Tag): void {
    if (asides.has(tag.name)) this.#aside++
    else if (this.#aside > 0) return
    else if (this.#cell) this.#openInCell(tag)
    else this.#openInTable(tag)
  }

  #openInTable(tag: Tag): void {
    const { name, attributes } = tag
    if (name === 'style:style') this.#style = attribute(attributes, 'style:name') ?? ''
    else if (name === 'style:table-properties') this.#noteStyle(attributes)
    else if (name === 'table:table') this.#openTable(attributes)
    else if (name === 'table:table-row') this.#openRow(attributes)
    else if (cells.has(name)) this.#openCell(tag)
  }

  #openInCell({ name, attributes }: Tag): void {
    if (name === 'text:p' || name === 'text:h') {
      if (this.#paragraphs++ > 0) this.#show('\n')
      this.#insideParagraph = true
    } else if (name === 'text:s') {
      const blanks = Number(attribute(attributes, 'text:c') ?? 1)
      this.#room.take(blanks)
      this.#show(' '.repeat(blanks))
    } else if (name === 'text:tab') this.#show('\t')
    else if (name === 'text:line-break') this.#show('\n')
  }

  #close(name: string): void {
    if (asides.has(name)) this.#aside--
    else if (this.#aside > 0) return
    else if (name === 'text:p' || name === 'text:h') this.#insideParagraph = false
    else if (cells.has(name)) this.#closeCell()
    else if (name === 'table:table-row') this.#row += this.#rowsRepeated
    else if (name === 'table:table') this.#rows = null
  }

  #noteStyle(attributes: string): void {
    if (attribute(attributes, 'table:display') === 'false') this.#hiddenStyles.add(this.#style)
  }

  #openTable(attributes: string): void {
    this.#rows = new SheetRows(this.#room)
    this.#row = 0
    if (this.#hiddenStyles.has(attribute(attributes, 'table:style-name') ?? '')) return
    this.sheets.push({ name: attribute(attributes, 'table:name') ?? '', rows: this.#rows.all() })
  }

  #openRow(attributes: string): void {
    this.#rowsRepeated = Number(attribute(attributes, 'table:number-rows-repeated') ?? 1)
    this.#column = 0
  }

  #openCell(tag: Tag): void {
    this.#cell = tag
    this.#shown = ''
    this.#paragraphs = 0
  }

  #closeCell(): void {
    if (!this.#cell) return
    const { name, attributes } = this.#cell
    const columns = Number(attribute(attributes, 'table:number-columns-repeated') ?? 1)
    const text = name === 'table:table-cell' ? odsCellText(attributes, this.#shown) : ''
    if (text !== '') this.#write(text, columns)
    this.#column += columns
    this.#cell = null
  }

  #write(text: string, columns: number): void {
    for (let row = 0; row < this.#rowsRepeated; row++) {
      for (let column = 0; column < columns; column++) {
        this.#rows?.set(this.#row + row, this.#column + column, text)
      }
    }
  }

  #show(text: string): void {
    this.#shown += text
  }
}
