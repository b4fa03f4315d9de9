import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween } from '../../src/replies/changes.ts'
import type { Fault, Remembered } from '../../src/replies/remembered.ts'

const fault = (given: Partial<Fault> = {}): Fault => ({
  code: 'role-unknown',
  field: 'role1',
  row: 3,
  value: 'Etudient',
  person: '21900010',
  ...given,
})
const file = (...faults: readonly Fault[]): Remembered => ({ sha256: '', verdict: 'partial', examined: true, faults })
const counts = (before: readonly Fault[], after: readonly Fault[]) => {
  const { fixed, still, added } = changesBetween(file(...before), file(...after))
  return { fixed: fixed.length, still: still.length, added: added.length }
}

test.each([
  ['moved to another row', fault({ row: 12 })],
  ['another wrong value for the same person', fault({ row: 12, value: 'Etudent' })],
  ['the same wrong value for a corrected person', fault({ row: 12, person: '21900011' })],
  ['another person and value in the same row', fault({ value: 'x', person: 'y' })],
] as const)('%s: still there', (_, after) => {
  expect(counts([fault()], [after])).toEqual({ fixed: 0, still: 1, added: 0 })
})

test.each([
  ['another code', fault({ code: 'role-empty' })],
  ['another column', fault({ field: 'role2' })],
  ['another person, value and row', fault({ row: 9, value: 'x', person: 'y' })],
] as const)('%s: one fixed, one new', (_, after) => {
  expect(counts([fault()], [after])).toEqual({ fixed: 1, still: 0, added: 1 })
})

test('rows that were sorted keep their faults apart', () => {
  const [a, b] = [fault(), fault({ row: 4, person: '21900011' })]
  const { fixed, still } = changesBetween(file(a, b), file(fault({ row: 4 })))
  expect(fixed).toEqual([b])
  expect(still).toEqual([fault({ row: 4 })])
})

test('faults without a person or a value are not taken for one another', () => {
  const lost = fault({ person: '', value: '' })
  expect(counts([lost], [fault({ ...lost, row: 9 })])).toEqual({ fixed: 1, still: 0, added: 1 })
})

const anyFault = fc.record({
  code: fc.constantFrom('a', 'b'),
  field: fc.constantFrom('role1', null),
  row: fc.constantFrom(null, 2, 3, 4),
  value: fc.constantFrom(null, '', 'x', 'y'),
  person: fc.constantFrom('', 'p', 'q'),
})
const anyFaults = fc.array(anyFault, { maxLength: 8 })

test('every fault is counted once', () => {
  fc.assert(
    fc.property(anyFaults, anyFaults, (before, after) => {
      const { fixed, still, added } = counts(before, after)
      expect(fixed + still).toBe(before.length)
      expect(added + still).toBe(after.length)
    }),
  )
})

test('the same faults in any order are all still there', () => {
  fc.assert(
    fc.property(anyFaults, (faults) => {
      expect(counts(faults, faults.toReversed()).still).toBe(faults.length)
    }),
  )
})
