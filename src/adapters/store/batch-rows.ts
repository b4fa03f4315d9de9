// Batches, their revisions and their history as rows; instants and days are text, JSON is text.
import type { Insertable, Selectable, Updateable } from 'kysely'
import type { HistoryEntry } from '../../batches/history.ts'
import type { Batch, BatchChange, Revision } from '../../ports/store.ts'
import { fromInstant, toInstant, toJson, toText } from './columns.ts'
import type { Tables } from './schema.ts'

export function fromBatch(batch: Batch): Selectable<Tables['batches']> {
  const { createdAt, updatedAt, name, direct, retryOn, quietUntil } = batch
  return {
    ...batch,
    name: toText(name),
    direct: direct ? 1 : 0,
    retryOn: fromDay(retryOn),
    quietUntil: quietUntil && fromInstant(quietUntil),
    createdAt: fromInstant(createdAt),
    updatedAt: fromInstant(updatedAt),
  }
}

export function toBatch(row: Selectable<Tables['batches']>): Batch {
  return {
    ...row,
    direct: row.direct === 1,
    retryOn: row.retryOn === null ? null : Temporal.PlainDate.from(row.retryOn),
    quietUntil: row.quietUntil === null ? null : toInstant(row.quietUntil),
    createdAt: toInstant(row.createdAt),
    updatedAt: toInstant(row.updatedAt),
  }
}

/** Columns of what changes; the others are left out. */
export function fromChange(change: BatchChange, at: Temporal.Instant): Updateable<Tables['batches']> {
  const { retryOn, quietUntil, ...rest } = change
  return {
    ...rest,
    ...(retryOn !== undefined && { retryOn: fromDay(retryOn) }),
    ...(quietUntil !== undefined && { quietUntil: quietUntil && fromInstant(quietUntil) }),
    updatedAt: fromInstant(at),
  }
}

export function fromRevision(revision: Revision): Selectable<Tables['revisions']> {
  const { createdAt, name, outcome, report } = revision
  const json = { outcome: toJson(outcome), report: toJson(report) }
  return { ...revision, ...json, name: toText(name), createdAt: fromInstant(createdAt) }
}

export function toRevision(row: Selectable<Tables['revisions']>): Revision {
  const json = { outcome: JSON.parse(row.outcome) as unknown, report: JSON.parse(row.report) as unknown }
  return { ...row, ...json, createdAt: toInstant(row.createdAt) }
}

export function fromEntry(batch: string, entry: HistoryEntry): Insertable<Tables['history']> {
  const { at, author, event, from, to, rows } = entry
  return { batch, at: fromInstant(at), author, event, fromState: from, toState: to, rows }
}

export function toEntry(row: Omit<Selectable<Tables['history']>, 'id' | 'batch'>): HistoryEntry {
  const { at, author, event, fromState, toState, rows } = row
  return { at: toInstant(at), author, event, from: fromState, to: toState, rows }
}

const fromDay = (day: Temporal.PlainDate | null): string | null => (day === null ? null : day.toString())
