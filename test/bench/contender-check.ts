// This project: reads the file, checks it, and writes the corrected file and the rejected rows with their problems.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../../src/checking/check.ts'
import { noReference, type Reference } from '../../src/checking/reference.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { rejectedFile } from '../../src/replies/rejected-file.ts'
import { rules } from '../../src/rules/index.ts'
import { measure } from './measure.ts'

await measure(async ({ file, out, snapshot }) => {
  const reference = snapshot === null ? noReference : await readReference(snapshot)
  const site = siteNamed('ecampus')!
  const today = Temporal.PlainDate.from('2026-11-23')
  return () => {
    const report = check(readFileSync(file), { name: 'bench.csv', site, reference, today, rules })
    writeFileSync(join(out, 'corrected.csv'), report.corrected?.bytes ?? '')
    writeFileSync(join(out, 'rejected.csv'), rejectedFile(report, 'fr') ?? '')
    const { rows, corrected } = report.counts
    return { kept: corrected, others: rows - corrected }
  }
})

/** As the command line does: what reads a snapshot is loaded when there is one. */
async function readReference(snapshot: string): Promise<Reference> {
  const { loadSnapshot } = await import('../../src/adapters/directory/load-snapshot.ts')
  return (await loadSnapshot('ecampus', { snapshot, accounts: null, courses: null })).reference
}
