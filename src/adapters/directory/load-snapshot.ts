// From files to what a check can ask. A large site takes half a second, in steps, so that others get their turn.
import { readFile } from 'node:fs/promises'
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { referenceOf } from '../../checking/reference.ts'
import type { Known } from '../../ports/directory.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { snapshotFrom } from './exports-thread.ts'
import { type FilesState, type SiteFiles, stateOf } from './site-files.ts'
import { SnapshotFault } from './snapshot-fault.ts'
import { readInPieces } from './snapshot-pieces.ts'

/**
 * What those files tell of that site. Throws OutsideError `reference-missing`, `reference-invalid` (the message names the
 * place), `reference-elsewhere` for a snapshot of another site.
 */
export async function loadSnapshot(site: string, files: SiteFiles, state?: FilesState): Promise<Known> {
  const { version, writtenAt } = state ?? (await stateOf(files))
  const snapshot = await textOf(site, files, writtenAt)
  await breathe()
  const json = asJson(snapshot, files)
  await breathe()
  const { site: named, takenAt, facts } = await refusing(files, () => readInPieces(json))
  if (named !== null && named !== site) throw elsewhere(site, named, files)
  await breathe()
  return { reference: referenceOf(facts), snapshot, version, takenAt: takenAt ?? writtenAt, outdated: false }
}

async function textOf(site: string, files: SiteFiles, writtenAt: FilesState['writtenAt']): Promise<string> {
  if (files.snapshot !== null) return (await read(files.snapshot)).toString('utf8').replace(/^\uFEFF/, '')
  const accounts = files.accounts === null ? null : await read(files.accounts)
  const courses = files.courses === null ? null : await read(files.courses)
  // Without a time, a file was missing and could not be read.
  const exports = { site, accounts, courses, writtenAt: String(writtenAt) }
  return refusing(files, () => snapshotFrom(exports))
}

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch((cause: unknown) => {
    const message = `The reference ${path} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`
    throw new OutsideError('reference-missing', message, { cause })
  })
}

/** Of broken JSON only the place is told: the text around it names people. */
function asJson(text: string, files: SiteFiles): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const place = cause instanceof SyntaxError ? (/ at position .*$/.exec(cause.message)?.[0] ?? '') : ''
    throw invalid(files, `it is not JSON${place}`, cause)
  }
}

async function refusing<T>(files: SiteFiles, make: () => Promise<T>): Promise<T> {
  try {
    return await make()
  } catch (cause) {
    if (cause instanceof z.ZodError) throw invalid(files, z.prettifyError(cause), cause)
    if (cause instanceof SnapshotFault) throw invalid(files, cause.message, cause)
    throw cause
  }
}

const invalid = (files: SiteFiles, reason: string, cause: unknown) =>
  new OutsideError('reference-invalid', `The reference ${namesOf(files)} is not a snapshot: ${reason}`, { cause })

const elsewhere = (site: string, named: string, files: SiteFiles) =>
  new OutsideError('reference-elsewhere', `The reference ${namesOf(files)} is of the site ${named}, expected ${site}`)

const namesOf = ({ snapshot, accounts, courses }: SiteFiles) =>
  [snapshot, accounts, courses].filter((path) => path !== null).join(' and ')
