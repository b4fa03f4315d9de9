// Reads back what was written, twice: as a spreadsheet application would, and as the XML that is in the file.
import { createRequire } from 'node:module'
import type { CellObject, WorkSheet } from '@e965/xlsx'
import { readZipDirectory } from '../../src/table/zip-directory.ts'
import { inflateParts } from '../../src/table/zip-parts.ts'

// The package has no default export that both module systems agree on.
const { read, utils } = createRequire(import.meta.url)('@e965/xlsx') as typeof import('@e965/xlsx')

export type ReadCell = { readonly text: string; readonly note: string | null; readonly fill: string | null }
export type ReadSheet = {
  readonly name: string
  /** Texts, the first row being 1 and therefore at index 0. */
  readonly rows: readonly (readonly string[])[]
  /** By address, "B3". */
  readonly cell: (address: string) => ReadCell
  readonly addresses: readonly string[]
  readonly filter: string | undefined
}

/** The sheets as they are shown. */
export function readSheets(bytes: Uint8Array): readonly ReadSheet[] {
  const workbook = read(bytes, { type: 'array', cellStyles: true, cellFormula: true, cellText: false })
  return workbook.SheetNames.map((name) => sheetOf(name, workbook.Sheets[name]!))
}

function sheetOf(name: string, sheet: WorkSheet): ReadSheet {
  const { e: last } = utils.decode_range(sheet['!ref'] ?? 'A1')
  const all = { header: 1, defval: '', blankrows: true, raw: true, range: { s: { r: 0, c: 0 }, e: last } } as const
  const rows = utils.sheet_to_json<string[]>(sheet, all)
  return {
    name,
    rows,
    cell: (address) => cellOf(sheet[address] as CellObject | undefined),
    addresses: Object.keys(sheet).filter((key) => !key.startsWith('!')),
    filter: sheet['!autofilter']?.ref,
  }
}

function cellOf(cell: CellObject | undefined): ReadCell {
  const style = cell?.s as { fgColor?: { rgb?: string } } | undefined
  const note = cell?.c?.map(({ t }) => t).join('\n') ?? null
  return { text: typeof cell?.v === 'string' ? cell.v : '', note, fill: style?.fgColor?.rgb ?? null }
}

/** The parts of the file by name, as text. */
export function partsOfWorkbook(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = inflateParts(bytes, readZipDirectory(bytes) ?? [], 100_000_000)
  return new Map([...parts].map(([name, content]) => [name, new TextDecoder().decode(content)]))
}
