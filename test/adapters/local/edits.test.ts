import { describe, expect, it } from 'vitest'
import { bodyOfEdit, editedAt, isDeleted } from '../../../src/adapters/local/edits.ts'
import type { LocalPost } from '../../../src/ports/local-posts.ts'

describe('what an author did to a post', () => {
  const created = Temporal.Instant.from('2026-11-16T08:15:00Z')
  const later = created.add({ minutes: 5 })
  const blank = { id: 'p', thread: null, direct: null, author: 'requester', bot: false, key: null, body: null }
  const rest = { files: [], buttons: [], choices: [], reactions: [], created, updated: later }
  const post: LocalPost = { ...blank, ...rest, text: 'Bonjour' }

  it('has its time, through the store, whatever was changed since', () => {
    const body: unknown = JSON.parse(JSON.stringify(bodyOfEdit(created.add({ minutes: 1 }))))
    expect(editedAt({ ...post, body })).toEqual(created.add({ minutes: 1 }))
  })

  it.each([[null], ['text'], [{}], [{ edited: 'yesterday' }]])('is nothing when the store has %j', (body) => {
    expect(editedAt({ ...post, body })).toBeNull()
  })

  it('is for the bot any change of its post', () => {
    expect(editedAt({ ...post, bot: true })).toEqual(later)
    expect(editedAt({ ...post, bot: true, updated: created })).toBeNull()
  })

  it('is a deletion when nothing is left, never for the bot', () => {
    const file = { id: 'f', name: 'a.csv', size: 1, type: '' }
    expect(isDeleted({ ...post, text: '' })).toBe(true)
    expect(isDeleted({ ...post, text: '', bot: true })).toBe(false)
    expect(isDeleted({ ...post, text: '', files: [file] })).toBe(false)
    expect(isDeleted(post)).toBe(false)
  })
})
