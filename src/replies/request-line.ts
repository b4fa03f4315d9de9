// One pending request in one line: its state, since when, what it holds, whose it is, where to find it.
import type { DigestLine, Rows } from '../batches/digest.ts'
import type { Standstill } from '../batches/overdue.ts'
import type { Line } from './line.ts'
import { joined, line } from './line.ts'
import type { Locale } from './locales/locale.ts'

/** What a line tells of a request beside its state. */
export type PendingRequest = Standstill & {
  /** Name of the site. */
  readonly site: string
  /** What the requester is called; null when it need not be said. */
  readonly requester: string | null
  /** Of its last file; null: not checked yet, or kept by an older version. */
  readonly rows: Rows | null
  /** Address of its thread; null where posts have none. */
  readonly link: string | null
}

/** "⏰ **ready** for 2 days · Ecampus · 42 rows · Marie L. · thread". */
export function requestLine({ request, days, isOverdue }: DigestLine<PendingRequest>, { digest }: Locale): Line {
  const { batch, site, rows, requester, link } = request
  const parts: readonly Line[] = [
    line`${isOverdue ? '⏰ ' : ''}**${digest.state[batch.state]}** ${digest.forDays(days)}`,
    [site],
    rows === null ? [] : [digest.rowsOf(rows)],
    requester === null ? [] : [{ name: requester }],
    link === null ? [] : [{ link, text: digest.thread }],
  ]
  return joined(
    parts.filter((part) => part.length > 0),
    ' · ',
  )
}
