// Without a reference only the form of a file is checked, and the report says so.
import { type Directory, nothingKnown } from '../../ports/directory.ts'

/** A directory that knows nothing of any site. */
export const noDirectory: Directory = { about: () => Promise.resolve(nothingKnown) }
