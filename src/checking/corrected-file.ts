// The corrected file as a text and as bytes, of which one is enough and each is as long as what was posted.
import type { Delimiter } from '../table/table.ts'
import { lazily } from './lazily.ts'
import type { CorrectedFile } from './report.ts'

/** `write` gives UTF-8; it is asked at most once. */
export function fileOfBytes(write: () => Uint8Array, delimiter: Delimiter, rows: number): CorrectedFile {
  const bytes = lazily(write)
  const text = lazily(() => new TextDecoder().decode(bytes()))
  return {
    get text() {
      return text()
    },
    get bytes() {
      return bytes()
    },
    delimiter,
    rows,
  }
}

export function fileOfText(text: string, delimiter: Delimiter, rows: number): CorrectedFile {
  const bytes = lazily(() => new TextEncoder().encode(text))
  return {
    text,
    get bytes() {
      return bytes()
    },
    delimiter,
    rows,
  }
}
