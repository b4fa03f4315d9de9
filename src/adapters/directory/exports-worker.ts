// The other thread: reads the exports that it was started with, says so, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { type Exports, snapshotOf } from './exports.ts'
import type { ExportsSaid } from './exports-thread.ts'
import { SnapshotFault } from './snapshot-fault.ts'

parentPort?.postMessage(saidOf(workerData as Exports))

function saidOf(exports: Exports): ExportsSaid {
  try {
    return { text: snapshotOf(exports) }
  } catch (error) {
    if (error instanceof SnapshotFault) return { fault: error.message }
    throw error
  }
}
