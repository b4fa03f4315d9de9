// A large export is read in a thread of its own, for as long as that takes: it would hold up the chats for seconds.
import { Worker } from 'node:worker_threads'
import { type Exports, snapshotOf } from './exports.ts'
import { SnapshotFault } from './snapshot-fault.ts'

/** What the thread says, once. */
export type ExportsSaid = { readonly text: string } | { readonly fault: string }

/** Bytes; a thread takes longer to start than these take to read. */
const smallBytes = 256 * 1024

/** The same as `snapshotOf`, without holding up anything. Throws SnapshotFault. */
export async function snapshotFrom(exports: Exports): Promise<string> {
  const size = (exports.accounts?.length ?? 0) + (exports.courses?.length ?? 0)
  if (size <= smallBytes) return snapshotOf(exports)
  const said = await inThread(exports)
  if ('fault' in said) throw new SnapshotFault(said.fault)
  return said.text
}

function inThread(exports: Exports): Promise<ExportsSaid> {
  const worker = new Worker(new URL('./exports-worker.ts', import.meta.url), { workerData: exports })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject)
    worker.once('exit', () => reject(new Error('The thread that reads exports ended without a word')))
  })
}
