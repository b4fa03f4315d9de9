// A directory that says what a test wants known, or fails.
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { type Directory, type Known, nothingKnown } from '../../src/ports/directory.ts'
import { OutsideError } from '../../src/ports/outside-error.ts'

export type FakeDirectory = Directory & {
  /** The accounts with these usernames and nothing else, in place of what was known of that site. */
  tell(site: string, usernames: readonly string[]): void
  /** Until it is told of that site again. */
  fail(site: string): void
}

export function fakeDirectory(takenAt: Temporal.Instant | null = null): FakeDirectory {
  const sites = new Map<string, Known | 'failing'>()
  let told = 0
  return {
    tell(site, usernames) {
      const snapshot = { site, accounts: usernames.map(accountOf) }
      const [reference, text] = [referenceFrom(snapshot), JSON.stringify(snapshot)]
      sites.set(site, { reference, snapshot: text, version: String(++told), takenAt, outdated: false })
    },
    fail: (site) => sites.set(site, 'failing'),
    about(site) {
      const known = sites.get(site) ?? nothingKnown
      return known === 'failing' ? brokenDirectory.about(site) : Promise.resolve(known)
    },
  }
}

/** The person of that username in the files of the fake world. */
const accountOf = (username: string) => {
  const email = `c.martin.${username}@etu.univ.example`
  return { username, firstname: 'Camille', lastname: 'Martin', email }
}

/** Knows the accounts of Ecampus with these usernames and nothing else. */
export function directoryOf(usernames: readonly string[]): Directory {
  const directory = fakeDirectory()
  directory.tell('ecampus', usernames)
  return directory
}

/** Knows nothing of any site. */
export const noDirectory: Directory = { about: () => Promise.resolve(nothingKnown) }

export const brokenDirectory: Directory = {
  about: () => Promise.reject(new OutsideError('directory-down', 'Moodle does not answer')),
}
