// One short line under the thread when a second file comes: the first reply is edited, this one tells what moved.
import type { Report } from '../checking/report.ts'
import type { Language } from '../moodle/language.ts'
import { changesBetween } from './changes.ts'
import { message, text } from './compose.ts'
import { faultsLine } from './faults-line.ts'
import { isAllDone } from './headline.ts'
import { joined, type Line } from './line.ts'
import { localeOf } from './locales/index.ts'
import type { Locale } from './locales/locale.ts'
import type { Message } from './message.ts'
import { type Fault, type Remembered, remembered } from './remembered.ts'

/** "✅ 2 problems solved, 1 left (row 30, course not found)." `before` is what was remembered of the file before this one. */
export function changesReply(before: Remembered, report: Report, language: Language): Message {
  const locale = localeOf(language)
  return message(language, [text(changesLine(before, report, locale))])
}

function changesLine(before: Remembered, report: Report, locale: Locale): Line {
  const after = remembered(report)
  if (after.sha256 === before.sha256) return locale.sameFile
  if (after.verdict === 'unreadable') return locale.noLongerReadable
  const { fixed: gone, still, added } = changesBetween(before, after)
  // Faults of rows that could not be examined are not seen, which does not make them solved.
  const fixed = after.examined ? gone : []
  if (isAllDone(report)) return locale.nothingLeft
  if (after.verdict === 'ready' || after.verdict === 'corrected') {
    return readyLine(fixed.length, report.counts.corrected, locale)
  }
  // Rows that could not be examined before have no new faults, only faults that were not seen yet.
  const left = before.examined ? still : [...still, ...added]
  const fresh = before.examined ? added : []
  const symbol = fixed.length > 0 && fresh.length === 0 ? '✅ ' : '⚠️ '
  const parts = [fixedPart(fixed.length, locale), leftPart(left, fixed.length > 0, locale), freshPart(fresh, locale)]
  return [
    symbol,
    ...joined(
      parts.filter((part) => part.length > 0),
      ', ',
    ),
    '.',
  ]
}

function readyLine(fixed: number, rows: number, locale: Locale): Line {
  if (fixed === 0) return locale.stillReady(rows)
  return ['✅ ', ...locale.fixed(fixed), locale.colon, ...locale.nowReady(rows), '.']
}

const fixedPart = (count: number, locale: Locale): Line => (count === 0 ? [] : locale.fixed(count))

function leftPart(faults: readonly Fault[], afterFixed: boolean, locale: Locale): Line {
  if (faults.length === 0) return []
  return (afterFixed ? locale.left : locale.still)(faults.length, faultsLine(faults, locale))
}

const freshPart = (faults: readonly Fault[], locale: Locale): Line =>
  faults.length === 0 ? [] : locale.added(faults.length, faultsLine(faults, locale))
