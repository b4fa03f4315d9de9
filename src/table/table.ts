// The words of this folder: a table is rows of text cells, wherever its bytes came from.

/** Separators that a posted file may use; Moodle reads all but `|`. */
export const delimiters = [',', ';', '\t', ':', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** Encodings that are told apart, by their names in the WHATWG encoding standard. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh'

/** What bytes turned out not to be a table of text. `spreadsheet` names a workbook that cannot be opened. */
export type UnreadableReason =
  | 'empty'
  | 'html'
  | 'pdf'
  | 'image'
  | 'archive'
  | 'spreadsheet'
  | 'encrypted'
  | 'too-big-inside'
  | 'binary'

/**
 * One record. `number` is the row a spreadsheet would show: blank lines of a text file are not counted, a cell with a
 * line break does not add a row. `line` is the posted text of the record when it can be copied as it is (no quote
 * character in it), else null.
 */
export type Row = { readonly number: number; readonly cells: readonly string[]; readonly line: string | null }
