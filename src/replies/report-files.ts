// The files that go with a report; the posted file itself is never handed back.
import type { Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import { fileNames } from './file-names.ts'
import type { OutgoingFile } from './message.ts'
import { partsOf } from './parts.ts'
import { rejectedFile } from './rejected-file.ts'

export type FileContext = {
  /** Number in the names. */
  readonly number?: number
  readonly workbook?: Uint8Array | null
  /** What was good before a file that is at fault. */
  readonly staying?: Report['corrected']
}

/**
 * Corrected file, unless the posted one can be uploaded as it is, its parts when it is long, the rejected rows, and the
 * annotated workbook, when there is one.
 */
export function reportFiles(
  report: Report,
  language: Language,
  { number = 1, workbook = null, staying = null }: FileContext = {},
): readonly OutgoingFile[] {
  const names = fileNames(report.file.name, language, number)
  const rejected = rejectedFile(report, language)
  const corrected = report.verdict === 'ready' ? null : (report.corrected ?? staying)
  return [
    ...(corrected === null ? [] : [{ name: names.corrected, type: 'text/csv', bytes: corrected.bytes } as const]),
    ...partsOf(report).map((part, index) => csv(names.part(index + 1), part)),
    // Excel needs the mark to see UTF-8, and this file is made to be opened.
    ...(rejected === null ? [] : [csv(names.rejected, `\uFEFF${rejected}`)]),
    ...(workbook === null ? [] : [{ name: names.annotated, type: workbookType, bytes: workbook } as const]),
  ]
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const csv = (name: string, text: string): OutgoingFile => ({
  name,
  type: 'text/csv',
  bytes: new TextEncoder().encode(text),
})
