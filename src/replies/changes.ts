// Which faults of one file are gone, still there or new in the next. People sort, insert and delete rows, so a fault is
// recognised by what it says of whom first and by its row number last.
import type { Fault, Remembered } from './remembered.ts'

export type Changes = {
  readonly fixed: readonly Fault[]
  /** As they stand in the new file. */
  readonly still: readonly Fault[]
  readonly added: readonly Fault[]
}

/**
 * Each fault of the new file is paired with at most one of the old, always of the same code and field, trying in turn:
 * same person and same value; same person (the value was changed, in vain); same value (the person was corrected, or
 * there is none); same row (both were changed). What is left of the old is fixed, what is left of the new is added.
 */
export function changesBetween(before: Remembered, after: Remembered): Changes {
  let fixed: readonly Fault[] = before.faults
  let added: readonly Fault[] = after.faults
  const still: Fault[] = []
  for (const key of keys) {
    const paired = pair(fixed, added, key)
    fixed = paired.fixed
    added = paired.added
    still.push(...paired.still)
  }
  return { fixed, added, still: still.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0)) }
}

type Key = (fault: Fault) => readonly unknown[] | null
const keys: readonly Key[] = [
  ({ person, value }) => (person === '' ? null : [person, value]),
  ({ person }) => (person === '' ? null : [person]),
  ({ value }) => (value === null || value === '' ? null : [value]),
  ({ row }) => [row],
]

function pair(before: readonly Fault[], after: readonly Fault[], key: Key): Changes {
  const waiting = Map.groupBy(before, (fault) => keyText(fault, key))
  const still: Fault[] = []
  const added: Fault[] = []
  for (const fault of after) {
    const text = keyText(fault, key)
    const match = text === null ? undefined : waiting.get(text)?.shift()
    ;(match === undefined ? added : still).push(fault)
  }
  return { fixed: [...waiting.values()].flat(), still, added }
}

function keyText(fault: Fault, key: Key): string | null {
  const own = key(fault)
  return own === null ? null : JSON.stringify([fault.code, fault.field, ...own])
}
