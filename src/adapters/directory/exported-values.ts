// Cells of an export that are not text: databases and pages write them in many ways, of which only the sure are taken.
import { SnapshotFault } from './snapshot-fault.ts'

/**
 * ISO 8601 text of a time in seconds since 1970, as Moodle stores them, or in ISO 8601 with its offset; null for none
 * (empty, or 0). Throws SnapshotFault for all others: 05/01/2027 is two days, and a clock without its zone is many.
 */
export function timeOf(column: string, cell: string): string | null {
  const text = cell.trim()
  if (text === '' || text === '0') return null
  if (/^\d{9,10}$/.test(text)) return Temporal.Instant.fromEpochMilliseconds(Number(text) * 1000).toString()
  try {
    return Temporal.Instant.from(text).toString()
  } catch {
    const expected = 'seconds since 1970, or ISO 8601 with the offset such as 2026-11-23T08:00:00+01:00'
    throw new SnapshotFault(`${column} is “${text.slice(0, 40)}”, expected ${expected}; or leave the column out`)
  }
}

/** True or false. Throws SnapshotFault. */
export function flagOf(column: string, cell: string): boolean {
  const text = cell.trim().toLowerCase()
  if (yes.includes(text)) return true
  if (no.includes(text)) return false
  throw new SnapshotFault(`${column} is “${cell.slice(0, 40)}”, expected 1 or 0`)
}

/** Of databases in letters or not, and of Moodle's pages in English and French. */
const yes = ['1', 't', 'true', 'yes', 'oui']
const no = ['0', 'f', 'false', 'no', 'non', '']
