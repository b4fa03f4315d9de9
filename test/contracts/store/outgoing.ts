import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { at } from './samples.ts'

const link = 'https://chat.example/p1'

export function outgoingContract(opened: () => Store): void {
  it('has no post for an intent, however often it is saved', async () => {
    const { outgoing } = opened()
    expect(await outgoing.intend('slack', 'B1', at('08:00'))).toBeNull()
    expect(await outgoing.intend('slack', 'B1', at('09:00'))).toBeNull()
  })

  it('has the post once it was made, for that key of that chat alone', async () => {
    const { outgoing } = opened()
    await outgoing.intend('slack', 'B1', at('08:00'))
    await outgoing.settle('slack', 'B1', { channel: 'C1', post: 'P1', link })
    expect(await outgoing.intend('slack', 'B1', at('09:00'))).toEqual({ channel: 'C1', post: 'P1', link })
    expect(await outgoing.intend('slack', 'B2', at('09:00'))).toBeNull()
    expect(await outgoing.intend('mattermost', 'B1', at('09:00'))).toBeNull()
  })

  it('knows what was said in a post of that channel', async () => {
    const { outgoing } = opened()
    await outgoing.settle('slack', 'B1', { channel: 'C1', post: 'P1', link })
    expect(await outgoing.keyOf('slack', { channel: 'C1', post: 'P1' })).toBe('B1')
    expect(await outgoing.keyOf('slack', { channel: 'C2', post: 'P1' })).toBeNull()
    expect(await outgoing.keyOf('slack', { channel: 'C1', post: 'P2' })).toBeNull()
    expect(await outgoing.keyOf('local', { channel: 'C1', post: 'P1' })).toBeNull()
  })

  it('takes the place of a post made again elsewhere', async () => {
    const { outgoing } = opened()
    await outgoing.intend('slack', 'B1', at('08:00'))
    await outgoing.settle('slack', 'B1', { channel: 'C1', post: 'P1', link })
    await outgoing.settle('slack', 'B1', { channel: 'C2', post: 'P2', link: null })
    expect(await outgoing.intend('slack', 'B1', at('09:00'))).toEqual({ channel: 'C2', post: 'P2', link: null })
  })

  it('finds where something was said, and intends nothing by that', async () => {
    const { outgoing } = opened()
    expect(await outgoing.find('slack', 'B1')).toBeNull()
    await outgoing.intend('slack', 'B1', at('08:00'))
    expect(await outgoing.find('slack', 'B1')).toBeNull()
    await outgoing.settle('slack', 'B1', { channel: 'C1', post: 'P1', link })
    expect(await outgoing.find('slack', 'B1')).toEqual({ channel: 'C1', post: 'P1', link })
    expect(await outgoing.find('mattermost', 'B1')).toBeNull()
  })
}
