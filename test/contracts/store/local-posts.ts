import { expect, it } from 'vitest'
import type { LocalPosts, NewLocalFile } from '../../../src/ports/local-posts.ts'
import { at, localPost } from './samples.ts'

const META = { id: 'F1', name: 'été.csv', size: 3, type: 'text/csv' }
const FILE: NewLocalFile = { ...META, bytes: Uint8Array.of(1, 2, 3) }
const OTHER: NewLocalFile = { ...FILE, id: 'A2', name: 'b.csv' }

export function localPostsContract(opened: () => { readonly localPosts: LocalPosts }): void {
  const ids = async (filter: Parameters<LocalPosts['list']>[0]) =>
    (await opened().localPosts.list(filter)).map(({ id }) => id)

  it('gives back a post of a person', async () => {
    const { localPosts } = opened()
    const saved = await localPosts.save(localPost(), [FILE])
    expect(saved).toEqual({ ...localPost(), files: [META] })
    expect(await localPosts.get('001')).toEqual(saved)
    expect(await localPosts.get('002')).toBeNull()
  })

  it('gives back a post of the bot, by its key too', async () => {
    const { localPosts } = opened()
    const post = localPost({
      bot: true,
      key: 'report-B1',
      thread: '000',
      direct: 'anne',
      body: [{ paragraph: 'é\0' }],
      buttons: [{ id: 'done', label: 'Fait', style: 'primary' }],
      choices: [{ id: 'site', label: 'Site', options: [{ value: 'a', label: 'A' }], chosen: 'a' }],
      reactions: ['ready'],
    })
    await localPosts.save(post, [])
    expect(await localPosts.byKey('report-B1')).toEqual({ ...post, files: [] })
    expect(await localPosts.byKey('report-B2')).toBeNull()
  })

  it('keeps the files in the order given, with their bytes apart', async () => {
    const { localPosts } = opened()
    const saved = await localPosts.save(localPost(), [FILE, OTHER])
    expect(saved.files.map(({ id }) => id)).toEqual(['F1', 'A2'])
    expect(await localPosts.file('F1')).toEqual(FILE)
    expect(Object.getPrototypeOf((await localPosts.file('F1'))?.bytes)).toBe(Uint8Array.prototype)
    expect(await localPosts.file('F9')).toBeNull()
  })

  it('replaces all of a post, and drops the files no longer named', async () => {
    const { localPosts } = opened()
    await localPosts.save(localPost({ reactions: ['working'] }), [FILE, OTHER])
    const edited = localPost({ text: 'Bonsoir', updated: at('09:00') })
    await localPosts.save(edited, [{ ...OTHER, bytes: Uint8Array.of(9) }])
    expect(await localPosts.list({})).toMatchObject([{ ...edited, files: [{ id: 'A2' }] }])
    expect(await localPosts.file('F1')).toBeNull()
    expect((await localPosts.file('A2'))?.bytes).toEqual(Uint8Array.of(9))
  })

  it('saves nothing of a post when one of its files is refused', async () => {
    const { localPosts } = opened()
    await localPosts.save(localPost(), [FILE])
    const stolen = localPosts.save(localPost({ id: '002' }), [OTHER, FILE])
    await expect(stolen).rejects.toMatchObject({ name: 'OutsideError', code: 'store-refused' })
    expect(await localPosts.get('002')).toBeNull()
    expect(await localPosts.file('A2')).toBeNull()
  })

  it('refuses a second post with the same key', async () => {
    const { localPosts } = opened()
    await localPosts.save(localPost({ key: 'report-B1' }), [])
    const second = localPosts.save(localPost({ id: '002', key: 'report-B1' }), [])
    await expect(second).rejects.toMatchObject({ name: 'OutsideError', code: 'store-refused' })
  })

  it('changes reactions and nothing else', async () => {
    const { localPosts } = opened()
    await localPosts.save(localPost(), [FILE])
    const reacted = { ...localPost({ reactions: ['done'], updated: at('09:00') }), files: [META] }
    expect(await localPosts.react('001', ['done'], at('09:00'))).toEqual(reacted)
    expect(await localPosts.get('001')).toEqual(reacted)
    expect(await localPosts.react('002', ['done'], at('09:00'))).toBeNull()
  })

  it('lists posts by id compared byte by byte, whatever the order of saving', async () => {
    for (const id of ['a1', 'B1', '10', 'b0', 'A2', '9', 'é']) await opened().localPosts.save(localPost({ id }), [])
    expect(await ids({})).toEqual(['10', '9', 'A2', 'B1', 'a1', 'b0', 'é'])
    expect(await ids({ after: 'B1' })).toEqual(['a1', 'b0', 'é'])
  })

  it('lists the channel, a thread of it, or the direct messages of a person', async () => {
    const posts = [
      localPost({ id: '1' }),
      localPost({ id: '2', thread: '1' }),
      localPost({ id: '3' }),
      localPost({ id: '4', direct: 'anne' }),
      localPost({ id: '5', direct: 'anne', thread: '4' }),
      localPost({ id: '6', direct: 'paul' }),
      localPost({ id: '7', thread: '1' }),
    ]
    for (const post of posts) await opened().localPosts.save(post, [])
    expect(await ids({})).toEqual(['1', '2', '3', '7'])
    expect(await ids({ thread: '1' })).toEqual(['1', '2', '7'])
    expect(await ids({ thread: '1', after: '2' })).toEqual(['7'])
    expect(await ids({ direct: 'anne' })).toEqual(['4', '5'])
    expect(await ids({ direct: 'anne', thread: '4', after: '4' })).toEqual(['5'])
  })

  it('deletes threads whole, once nothing was said or changed in them', async () => {
    const { localPosts } = opened()
    const old = { created: at('08:00'), updated: at('08:00') }
    const posts = [
      localPost({ id: '1', ...old }),
      localPost({ id: '2', ...old, thread: '1' }),
      localPost({ id: '3', ...old }),
      localPost({ id: '4', ...old, thread: '3', updated: at('09:00') }),
      localPost({ id: '5', ...old, direct: 'anne' }),
    ]
    for (const post of posts) await localPosts.save(post, post.id === '2' ? [FILE] : [])
    expect(await localPosts.forget(at('09:00'))).toBe(3)
    expect(await localPosts.forget(at('09:00'))).toBe(0)
    expect(await ids({})).toEqual(['3', '4'])
    expect(await ids({ direct: 'anne' })).toEqual([])
    expect(await localPosts.file('F1')).toBeNull()
  })

  it('forgets the bytes of old files of a thread that goes on', async () => {
    const { localPosts } = opened()
    const marked = { created: at('08:00'), updated: at('09:30') }
    await localPosts.save(localPost({ id: '1', ...marked }), [FILE])
    await localPosts.save(localPost({ id: '2', thread: '1', bot: true, ...marked }), [OTHER])
    await localPosts.save(localPost({ id: '3', thread: '1', bot: true }), [{ ...OTHER, id: 'B3' }])
    expect(await localPosts.forget(at('09:00'))).toBe(2)
    expect(await localPosts.forget(at('09:00'))).toBe(0)
    expect(await localPosts.file('F1')).toEqual({ ...META, bytes: null })
    expect((await localPosts.file('A2'))?.bytes).toEqual(OTHER.bytes)
    expect((await localPosts.file('B3'))?.bytes).toBeNull()
    expect((await localPosts.get('1'))?.files).toEqual([META])
  })
}
