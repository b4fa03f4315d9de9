// The lists of a site that were exported as CSV, as the one text that a snapshot is.
import { exportedAccounts } from './exported-accounts.ts'
import { exportedCourses } from './exported-courses.ts'
import { SnapshotFault } from './snapshot-fault.ts'

/** Plain data that can be handed to another thread; a list that was not exported is null. */
export type Exports = {
  readonly site: string
  readonly accounts: Uint8Array | null
  readonly courses: Uint8Array | null
  /** When they were made, as ISO 8601: courses that ended later have not ended. */
  readonly writtenAt: string
}

/** The snapshot as JSON text. Throws SnapshotFault. */
export function snapshotOf({ site, accounts, courses, writtenAt }: Exports): string {
  return JSON.stringify({
    site,
    accounts: inList('accounts', accounts, exportedAccounts),
    courses: inList('courses', courses, (bytes) => exportedCourses(bytes, Temporal.Instant.from(writtenAt))),
  })
}

/** Undefined, which JSON leaves out, for a list that is not known. */
function inList<T>(name: string, bytes: Uint8Array | null, list: (bytes: Uint8Array) => T): T | undefined {
  if (bytes === null) return undefined
  try {
    return list(bytes)
  } catch (error) {
    if (error instanceof SnapshotFault) throw new SnapshotFault(`${name}: ${error.message}`)
    throw error
  }
}
