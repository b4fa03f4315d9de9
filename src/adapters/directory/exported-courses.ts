// The courses of a site from a CSV export, as a snapshot has them; enrolment methods and groups stay unknown.
import { type ExportRow, readExport } from './csv-export.ts'
import { flagOf, timeOf } from './exported-values.ts'

/** Names of Moodle's table. */
const columns = {
  required: ['shortname', 'fullname'],
  optional: ['id', 'idnumber', 'visible', 'enddate', 'category', 'format'],
  words: {},
}

/** Courses in the format of snapshots, as they stand at `now`. Throws SnapshotFault. */
export function exportedCourses(bytes: Uint8Array, now: Temporal.Instant): readonly object[] {
  return readExport(bytes, columns, (row) => courseOf(row, now))
}

function courseOf(row: ExportRow, now: Temporal.Instant): object {
  const visible = row('visible')
  const end = timeOf('enddate', row('enddate') ?? '')
  return {
    id: idOf(row('id')),
    shortname: row('shortname'),
    fullname: row('fullname'),
    idnumber: row('idnumber'),
    visible: visible === undefined ? undefined : flagOf('visible', visible),
    ended: end !== null && Temporal.Instant.compare(Temporal.Instant.from(end), now) <= 0,
    frontpage: row('category') === '0' || row('format') === 'site',
  }
}

/** No course has the id 0: nobody can have meant it. */
const idOf = (cell: string | undefined): number => (/^\d{1,15}$/.test(cell ?? '') ? Number(cell) : 0)
