import { describe, expect, it } from 'vitest'
import { createLocks } from '../../../src/adapters/locks/locks.ts'

describe('locks', () => {
  it('run work of one name in turn, and of two names at once', async () => {
    const locks = createLocks()
    const seen: string[] = []
    const go = Promise.withResolvers<undefined>()
    const work = (name: string, wait: Promise<unknown>) => async () => {
      seen.push(`${name} begins`)
      await wait
      seen.push(`${name} ends`)
    }
    const slow = locks.run('a', work('first', go.promise))
    const next = locks.run('a', work('second', Promise.resolve()))
    await locks.run('b', work('other', Promise.resolve()))
    go.resolve(undefined)
    await Promise.all([slow, next])
    expect(seen).toEqual(['first begins', 'other begins', 'other ends', 'first ends', 'second begins', 'second ends'])
  })

  it('go on after a failure, which only its own caller sees', async () => {
    const locks = createLocks()
    const failed = locks.run('a', () => Promise.reject(new Error('no')))
    const next = locks.run('a', () => Promise.resolve('yes'))
    await expect(failed).rejects.toThrow('no')
    await expect(next).resolves.toBe('yes')
  })
})
