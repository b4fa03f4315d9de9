import { describe, expect, it } from 'vitest'
import { createPostIds } from '../../../src/adapters/local/post-ids.ts'

describe('ids of posts', () => {
  const at = (...times: string[]) => {
    const instants = times.map((time) => Temporal.Instant.from(`2026-11-16T${time}Z`))
    return createPostIds({ now: () => (instants.length > 1 ? instants.shift()! : instants[0]!) })
  }

  it('sort in order within one millisecond', () => {
    const ids = at('08:00:00')
    const made = Array.from({ length: 2_000 }, () => ids.next())
    expect(made).toEqual([...new Set(made)].sort())
  })

  it('sort in order when the clock is set back', () => {
    const ids = at('08:00:00', '07:00:00', '08:00:01')
    const made = [ids.next(), ids.next(), ids.next()]
    expect(made).toEqual([...made].sort())
  })

  it('sort after what another process made, even with a slower clock', () => {
    const before = at('09:00:00').next()
    const ids = at('08:00:00')
    ids.after(before)
    expect(ids.next() > before).toBe(true)
  })

  it('take no notice of an older one', () => {
    const ids = at('09:00:00')
    const first = ids.next()
    ids.after(at('08:00:00').next())
    expect(ids.next() > first).toBe(true)
  })

  it('are letters and digits', () => {
    expect(at('08:00:00').next()).toMatch(/^[a-z0-9]{17}$/)
  })
})
