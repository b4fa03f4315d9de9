import { describe, expect, it } from 'vitest'
import { createSeen, toldBy } from '../../../src/adapters/mattermost/telling.ts'
import { fakeWatermarks } from './mattermost-world.ts'

describe('how far a channel was seen', () => {
  const post = (id: string, create_at: number, channel_id = 'c') => ({ id, create_at, channel_id })

  it('never goes back: old posts are told again', async () => {
    const postings = fakeWatermarks()
    const seen = createSeen(postings)
    await seen.reach(post('new', 20))
    await seen.reach(post('old', 10))
    expect([await seen.last('c'), seen.at('c')]).toEqual(['new', 20])
  })

  it('is one thing for each channel, and survives the process', async () => {
    const postings = fakeWatermarks()
    const seen = createSeen(postings)
    await seen.reach(post('a', 10))
    await seen.reach(post('b', 5, 'other'))
    const next = createSeen(postings)
    expect([await next.last('c'), await next.last('other'), next.at('c')]).toEqual(['a', 'b', 0])
  })

  it('is not reached when it could not be stored', async () => {
    const seen = createSeen({ ...fakeWatermarks(), setWatermark: () => Promise.reject(new Error('full')) })
    await expect(seen.reach(post('a', 10))).rejects.toThrow('full')
    expect(seen.at('c')).toBe(0)
  })
})

describe('an event', () => {
  const post = { id: 'p', create_at: 1, user_id: 'u', channel_id: 'c', root_id: '', message: 'x' }
  const event = (name: string, value: unknown = post) => ({ event: name, data: { post: JSON.stringify(value) } })

  it.each([
    ['posted', 'posted'],
    ['post_edited', 'edited'],
    ['post_deleted', 'deleted'],
  ])('%s tells that a post was %s', (name, what) => {
    expect(toldBy(event(name))).toMatchObject({ what, post: { id: 'p', type: '', original_id: '', delete_at: 0 } })
  })

  it.each([event('typing'), { event: 'posted' }, { event: 'posted', data: {} }, {}])('%j tells of no post', (given) => {
    expect(toldBy(given)).toBeNull()
  })

  it('with a post of another shape is an error, not a silence', () => {
    expect(() => toldBy(event('posted', { id: 1 }))).toThrow('not as expected')
    expect(() => toldBy({ event: 'posted', data: { post: '{' } })).toThrow()
  })
})
