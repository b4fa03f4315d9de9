import { describe, expect, test } from 'vitest'
import { batchStates } from '../../src/batches/batch.ts'
import { type Offered, requestButtons } from '../../src/replies/buttons.ts'
import { localeOf } from '../../src/replies/locales/index.ts'

describe('buttons', () => {
  const rows = { good: 39, faulty: 3, waiting: 0 }
  const ids = (given: Partial<Offered>) =>
    requestButtons({ state: 'needs-changes', rows, asks: false, isReadable: true, ...given }, localeOf('en'))

  test.each([
    ['ready', { state: 'ready', rows: { good: 42, faulty: 0, waiting: 0 } }, ['all', 'done', 'withdraw']],
    ['to correct, a part is good', {}, ['all', 'done', 'tomorrow', 'withdraw']],
    ['to correct, nothing is good', { rows: { good: 0, faulty: 3, waiting: 0 } }, ['all', 'tomorrow', 'withdraw']],
    ['unreadable', { rows: { good: 0, faulty: 1, waiting: 0 }, isReadable: false }, ['tomorrow', 'withdraw']],
    ['on hold', { state: 'waiting', rows: { good: 40, faulty: 0, waiting: 2 } }, ['all', 'done', 'withdraw']],
    ['on hold as a whole', { state: 'waiting', rows: { good: 42, faulty: 0, waiting: 0 } }, ['all', 'withdraw']],
    ['on hold, asked', { state: 'waiting', asks: true }, ['accountsOld', 'accountsNew', 'accountsUnsure', 'all']],
    ['being checked', { state: 'received' }, ['withdraw']],
    ['done', { state: 'done' }, ['all']],
  ] as const)('of a request that is %s', (_, given, expected) => {
    expect(ids(given).map(({ id }) => id)).toEqual(expected)
  })

  test('are at most four, their ids letters and digits', () => {
    for (const state of batchStates) {
      for (const asks of [true, false]) {
        const all = ids({ state, asks })
        expect(all.length).toBeLessThanOrEqual(4)
        expect(all.every(({ id }) => /^[a-zA-Z0-9]+$/.test(id))).toBe(true)
      }
    }
  })

  test('a part that is done says so', () => {
    expect(ids({}).find(({ id }) => id === 'done')?.label).toBe('Part done')
    expect(ids({ state: 'ready', rows: { good: 1, faulty: 0, waiting: 0 } })[1]?.label).toBe('Done')
  })
})
