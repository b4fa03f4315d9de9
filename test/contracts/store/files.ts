import { expect, it } from 'vitest'
import type { Store } from '../../../src/ports/store.ts'
import { at, receive } from './samples.ts'

const ALL_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => byte)

export function filesContract(opened: () => Store): void {
  it.each([
    ['every byte', ALL_BYTES],
    ['no byte at all', new Uint8Array(0)],
    ['a window on a larger buffer', ALL_BYTES.subarray(100, 103)],
    ['a Buffer', Buffer.from('été')],
  ])('gives back %s, as a plain Uint8Array of its own', async (_, bytes) => {
    const posting = await receive(opened())
    await opened().files.put({ posting, kind: 'posted', name: 'a.csv', bytes }, at('09:00'))
    const file = (await opened().files.get(posting, 'posted'))!
    expect(file).toEqual({ posting, kind: 'posted', name: 'a.csv', bytes: Uint8Array.from(bytes) })
    expect(Object.getPrototypeOf(file.bytes)).toBe(Uint8Array.prototype)
    expect(file.bytes?.buffer.byteLength).toBe(bytes.length)
  })

  it('keeps one file of each kind, the last one put', async () => {
    const { files } = opened()
    const posting = await receive(opened())
    await files.put({ posting, kind: 'posted', name: 'a.csv', bytes: Uint8Array.of(1) }, at('09:00'))
    await files.put({ posting, kind: 'corrected', name: 'b.csv', bytes: Uint8Array.of(2) }, at('09:00'))
    await files.put({ posting, kind: 'posted', name: 'c.csv', bytes: Uint8Array.of(3) }, at('09:00'))
    expect(await files.get(posting, 'posted')).toMatchObject({ name: 'c.csv', bytes: Uint8Array.of(3) })
    expect(await files.get(posting, 'corrected')).toMatchObject({ name: 'b.csv', bytes: Uint8Array.of(2) })
    expect(await files.get(posting, 'rejected')).toBeNull()
    expect(await files.get('other', 'posted')).toBeNull()
  })

  it('refuses a file of a posting that is not there', async () => {
    const orphan = { posting: 'nothing', kind: 'posted', name: 'a.csv', bytes: Uint8Array.of(1) } as const
    await expect(opened().files.put(orphan, at('09:00'))).rejects.toMatchObject({ code: 'store-refused' })
  })
}
