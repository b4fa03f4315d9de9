// Without a reference only the form of a file is checked, and the report says so.
import { noReference } from '../../checking/reference.ts'
import type { Directory, Known } from '../../ports/directory.ts'

export const nothingKnown: Known = { reference: noReference, snapshot: null, version: 'none', takenAt: null }

/** A directory that knows nothing of any site. */
export const noDirectory: Directory = { about: () => Promise.resolve(nothingKnown) }
