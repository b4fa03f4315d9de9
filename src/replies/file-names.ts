// Files the bot hands over are named after the posted one, in the reader's language.
import type { Language } from '../moodle/language.ts'

const suffixes = {
  fr: { corrected: 'corrige', rejected: 'a-revoir', report: 'rapport' },
  en: { corrected: 'corrected', rejected: 'rejected', report: 'report' },
} as const

export type FileNames = { readonly corrected: string; readonly rejected: string; readonly report: string }

/** `liste.csv` → `liste.corrige.csv`, `liste.a-revoir.csv`, `liste.rapport.txt`; a suffix of ours is not added to another. */
export function fileNames(posted: string, language: Language): FileNames {
  const stem = bare(posted)
  const { corrected, rejected, report } = suffixes[language]
  return { corrected: `${stem}.${corrected}.csv`, rejected: `${stem}.${rejected}.csv`, report: `${stem}.${report}.txt` }
}

const ours = new RegExp(
  `\\.(${Object.values(suffixes)
    .flatMap(Object.values<string>)
    .join('|')})$`,
  'i',
)

/** The name without folders, controls, extension and our own suffix; never empty. */
function bare(posted: string): string {
  const name = posted.replace(/^.*[/\\]/, '').replace(/[\p{Cc}\p{Cf}]/gu, '')
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '').replace(ours, '')
  return stem.trim() === '' ? 'inscriptions' : stem
}
