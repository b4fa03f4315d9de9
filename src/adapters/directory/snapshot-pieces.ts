// A hundred thousand accounts take a third of a second to look over: others get their turn after every few thousand.
import { setImmediate as breathe } from 'node:timers/promises'
import { z } from 'zod'
import { readSnapshot, type Snapshot } from '../../checking/snapshot.ts'

const pieceSize = 5_000

/** The same as `readSnapshot`, with turns for others. Throws the same ZodError. */
export async function readInPieces(json: unknown): Promise<Snapshot> {
  const accounts = accountsOf(json)
  if (accounts.length <= pieceSize) return readSnapshot(json)
  const snapshot = readSnapshot({ ...(json as object), accounts: [] })
  const read: NonNullable<Snapshot['facts']['accounts']>[number][] = []
  for (let start = 0; start < accounts.length; start += pieceSize) {
    read.push(...readPiece(accounts.slice(start, start + pieceSize), start))
    await breathe()
  }
  return { ...snapshot, facts: { ...snapshot.facts, accounts: read } }
}

function accountsOf(json: unknown): readonly unknown[] {
  const accounts = typeof json === 'object' && json !== null && 'accounts' in json ? json.accounts : []
  return Array.isArray(accounts) ? accounts : []
}

/** Faults are told with the places of the whole list. */
function readPiece(accounts: readonly unknown[], start: number): NonNullable<Snapshot['facts']['accounts']> {
  try {
    return readSnapshot({ accounts }).facts.accounts ?? []
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    const moved = error.issues.map((issue) => ({ ...issue, path: movedBy(start, issue.path) }))
    throw new z.ZodError(moved)
  }
}

const movedBy = (start: number, [list, index, ...rest]: readonly PropertyKey[]): PropertyKey[] =>
  list === undefined || typeof index !== 'number' ? [] : [list, index + start, ...rest]
