// Where faults are and what they are, short enough to stand in a sentence.
import { joined, type Line, lowered, prose } from './line.ts'
import type { Locale } from './locales/locale.ts'
import type { Fault } from './remembered.ts'
import { rowsText } from './rows.ts'
import { wordingOf } from './rule-wording.ts'

/** Kinds named in one line. */
const most = 2

/** "row 30, course not found; rows 3 and 7, unknown account". */
export function faultsLine(faults: readonly Fault[], locale: Locale): Line {
  const kinds = [...Map.groupBy(faults, ({ code }) => code)]
  const told = kinds.slice(0, most).map(([code, same]): Line => {
    const rows = rowsText(
      same.flatMap(({ row }) => (row === null || row === 1 ? [] : [row])),
      locale,
    )
    const title = lowered(prose(wordingOf(code, locale.language).title))
    return rows === '' ? title : [rows, ', ', ...title]
  })
  return [...joined(told, locale.semicolon), ...(kinds.length > most ? [`${locale.semicolon}…`] : [])]
}
