import { expect, it } from 'vitest'
import { patient } from '../../../src/adapters/directory/patient.ts'
import { type Directory, nothingKnown } from '../../../src/ports/directory.ts'
import { brokenDirectory, directoryOf } from '../../fakes/directory.ts'

type Waiting = { readonly ms: number; readonly signal: AbortSignal; readonly end: () => void }

/** A timer whose end is in the hands of the test. */
function heldTimer() {
  const waits: Waiting[] = []
  const waitFor = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      waits.push({ ms, signal, end: resolve })
    })
  return { waits, waitFor }
}

it('gives the answer that comes in time, and waits no longer', async () => {
  const { waits, waitFor } = heldTimer()
  const known = await patient(directoryOf(['anne']), 5_000, waitFor).about('ecampus')
  expect(known.reference.account('anne')?.username).toBe('anne')
  expect(waits.map(({ ms, signal }) => [ms, signal.aborted])).toEqual([[5_000, true]])
})

it('goes without an answer that is late; the next one who asks has it', async () => {
  const { waits, waitFor } = heldTimer()
  const answer = Promise.withResolvers<typeof nothingKnown>()
  const slow: Directory = { about: () => answer.promise }
  const first = patient(slow, 5_000, waitFor).about('ecampus')
  waits[0]!.end()
  await expect(first).rejects.toMatchObject({ name: 'OutsideError', code: 'directory-late' })
  answer.resolve(nothingKnown)
  expect(await patient(slow, 5_000, waitFor).about('ecampus')).toBe(nothingKnown)
})

it('says why there is no answer, and minds no failure that comes late', async () => {
  const { waits, waitFor } = heldTimer()
  await expect(patient(brokenDirectory, 5_000, waitFor).about('ecampus')).rejects.toMatchObject({
    code: 'directory-down',
  })
  const answer = Promise.withResolvers<typeof nothingKnown>()
  const asked = patient({ about: () => answer.promise }, 5_000, waitFor).about('ecampus')
  waits[1]!.end()
  await expect(asked).rejects.toMatchObject({ code: 'directory-late' })
  answer.reject(new Error('too late to matter'))
  await Promise.resolve()
})

it('waits by the clock of the machine when nothing else is said', async () => {
  const never: Directory = { about: () => new Promise<never>(() => undefined) }
  await expect(patient(never, 1).about('ecampus')).rejects.toMatchObject({ code: 'directory-late' })
})
