// The verdict in words with the figures that matter; the first and sometimes the only thing read.
import type { Report } from '../checking/report.ts'
import type { Site } from '../moodle/sites.ts'
import { kindsOf } from './kinds.ts'
import { code, joined, type Line, lowered, prose } from './line.ts'
import type { Locale } from './locales/locale.ts'
import { planSentence } from './plan-sentence.ts'
import { onHoldLine } from './request-lines.ts'
import type { RequestView } from './request-view.ts'
import { wordingOf } from './rule-wording.ts'

/** "✅ **All good: 42 rows ready for Ecampus.** 42 people will be…" and its like for each verdict. */
export function headline(report: Report, site: Site, locale: Locale, told: Told = untold): Line {
  const { verdict, counts, unreadable, file } = report
  if (told.request?.state === 'waiting') return onHoldLine(told.request.standing, site, locale)
  if (verdict === 'unreadable') return locale.unreadable(file.name, unreadable ?? 'binary')
  if (verdict === 'partial') return locale.partial(counts, site.name)
  if (verdict === 'blocked') {
    if (isFaulty(report)) return locale.blockedFile(faultLine(report, locale))
    return told.handed > 0 ? locale.rowsLeft(counts.rejected) : locale.blockedRows(counts.rejected)
  }
  if (isAllDone(report)) return locale.allHanded(told.handed, site.name)
  const plan = planSentence(report.plan, locale)
  return [...goodLine(report, site, locale), ...(plan.length === 0 ? [] : [' ', ...plan])]
}

/** Rows marked as done, and what becomes of the request. */
export type Told = { readonly handed: number; readonly request: RequestView | null }

const untold: Told = { handed: 0, request: null }

function goodLine(report: Report, site: Site, locale: Locale): Line {
  const { verdict, counts, verified, problems } = report
  // A file of rows from before and now is made anew, though nothing may have been put right.
  const isRepaired = verdict === 'corrected' && problems.some(({ fix }) => fix?.safety === 'safe')
  if (isRepaired) return locale.corrected(counts.corrected, site.name, verified.length > 0)
  if (verified.length === 0) return locale.wellFormed(counts.corrected, site.name)
  return locale.ready(counts.corrected, site.name, kindsOf(report, 'warning').length)
}

/** The only kind of fault, with what it is about; empty when there are several. */
function faultLine(report: Report, locale: Locale): Line {
  const [kind, ...others] = kindsOf(report, 'error')
  if (kind === undefined || others.length > 0) return []
  const about = new Set(kind.problems.map(({ value, field }) => value ?? field ?? ''))
  const named = [...about].filter((name) => name !== '').map((name): Line => [code(name)])
  const title = lowered(prose(wordingOf(kind.code, locale.language).title))
  return named.length === 0 ? title : [...title, ' ', ...joined(named.slice(0, 6), ', ', locale.and)]
}

/** True when the file itself is at fault and no row was examined. */
export const isFaulty = ({ verdict, counts }: Pick<Report, 'verdict' | 'counts'>): boolean =>
  verdict === 'blocked' && counts.rejected === 0

/** True when every good row is marked as done and no other is left. */
export const isAllDone = ({ verdict, corrected }: Pick<Report, 'verdict' | 'corrected'>): boolean =>
  verdict === 'ready' && corrected === null
