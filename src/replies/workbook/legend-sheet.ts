// What the colours mean, and what the workbook leaves out.
import type { Language } from '../../moodle/language.ts'
import { typesetText } from '../typeset.ts'
import { type Cell, marks, type Sheet } from './sheet.ts'
import { signs, workbookWords } from './words.ts'

/** A sheet of sentences; `remarks`: what was left out of the others. */
export function legendSheet(language: Language, remarks: readonly string[]): Sheet {
  const words = workbookWords[language]
  const sentence = (text: string): Cell => ({ column: 1, text: typesetText(text, language), style: 'sentence' })
  const legend = marks.map((mark) => [
    { column: 0, text: signs[mark], style: mark } as const,
    sentence(words.marks[mark]),
  ])
  const sentences = [words.notes, words.howTo, ...remarks].map((text) => [sentence(text)])
  const rows = [...legend, ...sentences].map((cells, index) => ({ number: index + 1, cells }))
  return { name: words.sheets.legend, rows, widths: [4, 90], frozenColumns: null, lastRow: rows.length }
}
