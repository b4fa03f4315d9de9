import { describe, expect, it } from 'vitest'
import { createPostIds } from '../../../src/adapters/local/post-ids.ts'
import { createPrivateReplies } from '../../../src/adapters/local/private-replies.ts'
import { messageOf } from './local-server.ts'

describe('private replies', () => {
  const clock = { now: () => Temporal.Instant.from('2026-11-16T08:15:00Z') }
  const make = () => createPrivateReplies({ clock, people: [], ids: createPostIds(clock) })
  const withFile = (bytes: number) =>
    messageOf('x', { files: [{ name: 'a.csv', type: 'text/csv', bytes: new Uint8Array(bytes) }] })

  it('are kept with their files', () => {
    const replies = make()
    const { id, files } = replies.add('staff', null, withFile(3))
    expect(replies.get(id)).toMatchObject({ direct: 'staff', text: 'x' })
    expect(replies.file(files[0]!.id)?.bytes).toHaveLength(3)
  })

  it('make room, the oldest first, when their files take too much', () => {
    const replies = make()
    const [first, second, third] = [1, 2, 3].map(() => replies.add('staff', null, withFile(15 * 1024 * 1024)))
    expect(replies.get(first!.id)).toBeNull()
    expect(replies.get(second!.id)).not.toBeNull()
    expect(replies.file(third!.files[0]!.id)).not.toBeNull()
  })

  it('keep the last one however big', () => {
    const replies = make()
    expect(replies.get(replies.add('staff', null, withFile(40 * 1024 * 1024)).id)).not.toBeNull()
  })

  it('are at most two hundred', () => {
    const replies = make()
    const made = Array.from({ length: 201 }, () => replies.add('staff', null, messageOf('x')).id)
    expect(made.filter((id) => replies.get(id))).toEqual(made.slice(1))
  })
})
