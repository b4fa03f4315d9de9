// What the rules on single cells make of the cells of one column; columns that repeat themselves are remembered.
import { type At, isError, problemOf, safeEdit } from './problem.ts'
import type { Problem } from './report.ts'
import type { CellRule, Context, Suspect } from './rule.ts'
import { suspicion } from './suspects.ts'

/** A cell after its safe fixes. `found` has no row yet. */
export type Cleaned = { readonly value: string; readonly found: readonly Problem[]; readonly faulty: boolean }

export type Cleaner = (value: string) => Cleaned | null

/** A column with its rules. */
export type CellColumn = {
  readonly clean: Cleaner
  /** Of its rules, what makes a cell worth asking any of them; null: they are asked of every cell. */
  readonly suspects: readonly Suspect[] | null
}

/** A safe fix may call for another one: this often at most (architecture, "A rule is a plain object"). */
const maxPasses = 10
/** Distinct cells that are remembered per column. */
const maxRemembered = 5_000
/** Columns of which most cells are nobody else's, so that a first look is cheaper than remembering; names do come again. */
const personal = new Set(['username', 'firstname', 'lastname', 'email'])
const names = new Set(['firstname', 'lastname'])

/** Makes the cleaner of one column. It answers null for a cell that no rule has anything to say of. */
export function columnCleaner(rules: readonly CellRule[], name: string, field: string, context: Context): CellColumn {
  const own = rules.filter((rule) => rule.fields === undefined || rule.fields.includes(field))
  const clean = (value: string): Cleaned | null => cleanCell(own, name, field, value, context)
  if (!personal.has(field)) return { clean: remembering(clean), suspects: null }
  const suspects = own.flatMap(({ suspect }) => suspect ?? [])
  const isSuspect = suspicion(suspects)
  const look = names.has(field) ? remembering(clean) : clean
  return { clean: (value) => (isSuspect(value) ? look(value) : null), suspects }
}

function remembering(clean: Cleaner): Cleaner {
  const known = new Map<string, Cleaned | null>()
  return (value) => {
    const before = known.get(value)
    if (before !== undefined) return before
    const cleaned = clean(value)
    if (known.size < maxRemembered) known.set(value, cleaned)
    return cleaned
  }
}

function cleanCell(
  rules: readonly CellRule[],
  name: string,
  field: string,
  posted: string,
  context: Context,
): Cleaned | null {
  const repairs: Problem[] = []
  let value = posted
  for (let pass = 1; pass <= maxPasses; pass++) {
    const remarks: Problem[] = []
    let isChanged = false
    for (const rule of rules) {
      const finding = rule.check(value, field, context)
      if (finding === null) continue
      const at: At = { row: null, field: name, value }
      const problem = problemOf(rule, finding, at)
      const edit = safeEdit(rule, finding)
      if (edit === undefined) remarks.push(problem)
      else repairs.push(problem)
      if (isError(problem)) return { value, found: [...repairs, ...remarks], faulty: true }
      if (edit === undefined || edit === value) continue
      value = edit
      isChanged = true
    }
    if (!isChanged)
      return value === posted && remarks.length === 0 ? null : { value, found: [...repairs, ...remarks], faulty: false }
  }
  throw new Error(`the rules on ${field} never agree`)
}
