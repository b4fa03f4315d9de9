// The site as the contenders in JavaScript look things up in it.
import { readFileSync } from 'node:fs'
import type { snapshotFor } from './snapshot.ts'

type Snapshot = ReturnType<typeof snapshotFor>

export type KnownSite = {
  readonly accounts: ReadonlyMap<string, Snapshot['accounts'][number]>
  readonly courses: ReadonlySet<string>
  readonly roles: ReadonlySet<string>
}

export function readSite(path: string): KnownSite {
  const { accounts, courses, roles } = JSON.parse(readFileSync(path, 'utf8')) as Snapshot
  return {
    accounts: new Map(accounts.map((account) => [account.username, account])),
    courses: new Set(courses.map(({ shortname }) => shortname)),
    roles: new Set(roles.map(({ shortname }) => shortname)),
  }
}

export const roleWords: Readonly<Record<string, string>> = {
  ...{ etudiant: 'student', etudiante: 'student', eleve: 'student', enseignant: 'editingteacher' },
  ...{ enseignante: 'editingteacher', tuteur: 'teacher', tutrice: 'teacher', gestionnaire: 'manager' },
}

/** Without case and accents. */
export const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
