// Files the bot hands over are named after the posted one, in the reader's language.
import type { Language } from '../moodle/language.ts'

const suffixes = {
  fr: { corrected: 'corrige', rejected: 'a-revoir', annotated: 'annote', report: 'rapport', part: 'partie' },
  en: { corrected: 'corrected', rejected: 'rejected', annotated: 'annotated', report: 'report', part: 'part' },
} as const

export type FileNames = {
  readonly corrected: string
  readonly rejected: string
  readonly annotated: string
  readonly report: string
  /** Of one part of the corrected file, counted from 1. */
  part(number: number): string
}

/**
 * `liste.csv` → `liste.corrige.csv`, `liste.a-revoir.csv`, `liste.annote.xlsx`, `liste.rapport.txt`; a suffix of ours is not added to another.
 * `number` keeps apart the files of one request that are handed over together: `liste.corrige-2.csv`.
 */
export function fileNames(posted: string, language: Language, number = 1): FileNames {
  const stem = bare(posted)
  const { corrected, rejected, annotated, report, part } = suffixes[language]
  const name = (suffix: string) => `${stem}.${suffix}${number === 1 ? '' : `-${number}`}`
  return {
    corrected: `${name(corrected)}.csv`,
    rejected: `${name(rejected)}.csv`,
    annotated: `${name(annotated)}.xlsx`,
    report: `${name(report)}.txt`,
    part: (index) => `${name(corrected)}.${part}-${index}.csv`,
  }
}

const words = Object.values(suffixes).flatMap(({ corrected, rejected, annotated, report }) => [
  corrected,
  rejected,
  annotated,
  report,
])
const ours = new RegExp(`\\.(${words.join('|')})(-\\d{1,3})?$`, 'i')

/** The name without folders, controls, extension and our own suffix; never empty. */
function bare(posted: string): string {
  const name = posted.replace(/^.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '')
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(ours, '')
  return stem.trim() === '' ? 'inscriptions' : stem
}
