// A directory that says what a test wants known, or fails.
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { type Directory, nothingKnown } from '../../src/ports/directory.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'

/** Knows the accounts with these usernames and nothing else. */
export function directoryOf(usernames: readonly string[]): Directory {
  const snapshot = { site: 'ecampus', accounts: usernames.map((username) => ({ username })) }
  const known = { reference: referenceFrom(snapshot), snapshot: JSON.stringify(snapshot), version: '1', takenAt: null }
  return { about: (site) => Promise.resolve(site === 'ecampus' ? known : nothingKnown) }
}

export const brokenDirectory: Directory = {
  about: () => Promise.reject(new OutsideError('directory-down', 'Moodle does not answer')),
}
