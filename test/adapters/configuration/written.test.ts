import fc from 'fast-check'
import { expect, it } from 'vitest'
import { writtenIn } from '../../../src/adapters/configuration/written.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'

const value = fc.oneof(fc.json({ maxDepth: 1 }), fc.constantFrom('', '08:00', '- id: prelude', '{ people: [] }'))
const key = fc.constantFrom('language', 'sites', 'staff', 'retentionDays', 'hours', '? a', '  - b', '*c')
const lines = fc.array(fc.tuple(key, value), { maxLength: 4 })
const file = lines.map((pairs) => pairs.map((pair) => pair.join(': ')).join('\n'))

/** Nearly all that means something to YAML. */
const signs = fc.string({ unit: fc.constantFrom(...Array.from(':{}[],-?*&!%@`"\'#|>~<= \n\t\0aé0')) })

function faultsIn(text: string): readonly string[] {
  try {
    writtenIn(text, 'enrol-check.yml')
    return []
  } catch (error) {
    expect(error).toBeInstanceOf(OutsideError)
    return (error as Error).message.split('\n')
  }
}

it('whatever is written is read, or refused with a line for each fault', () => {
  fc.assert(
    fc.property(fc.oneof(file, signs), (text) => {
      for (const fault of faultsIn(text)) expect(fault).toMatch(/^enrol-check\.yml, line \d+: ./)
    }),
  )
})
