import type { webApi } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, refusalOf } from './bolt.ts'
import type { NewFile } from './people.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, people } from './townsfolk.ts'

let town: SlackTown
let client: webApi.WebClient

beforeEach(async () => {
  town = await slackTown()
  client = clientOf(town)
})
afterEach(() => town.close())

const post = async (...files: readonly NewFile[]) => {
  const { delivery, files: ids, ...place } = await town.people.post({ author: people.french, files })
  return { place, id: ids[0]!, event: delivery?.payload.event as { readonly files: readonly object[] } }
}
const download = (url: string, token = town.app.botToken) =>
  fetch(url, { headers: { authorization: `Bearer ${token}` } })
const urlOf = async (id: string) => (await client.files.info({ file: id })).file!.url_private_download!

describe('uploads', () => {
  it('in three steps end in a post of the thread', async () => {
    const { ts } = await town.people.post({ author: people.french, text: 'Une demande' })
    const file = { filename: 'a.csv', file: Buffer.from('username\né') }
    const { files } = await client.filesUploadV2({
      ...file,
      channel_id: channel,
      thread_ts: ts,
      initial_comment: 'Voici',
    })
    expect(town.seen()[1]).toMatchObject({ thread: ts, text: 'Voici', files: [{ name: 'a.csv', text: 'username\né' }] })
    const id = (files[0] as unknown as { files: [{ id: string }] }).files[0].id
    const { file: known } = await client.files.info({ file: id })
    expect(known).toMatchObject({ shares: { public: { [channel]: [{ ts: town.seen()[1]?.ts, thread_ts: ts }] } } })
  })

  it('without a channel show nothing, until a post of the bot takes them in', async () => {
    const id = await upload('a.csv', 'username')
    expect(town.seen()).toEqual([])
    const { ts } = await client.chat.postMessage({ channel, text: 'Voici' })
    await client.chat.update({ channel, ts: ts!, text: 'Voici', file_ids: [id] })
    expect(town.seen()).toMatchObject([{ text: 'Voici', files: [{ name: 'a.csv', text: 'username' }] }])
    await client.chat.update({ channel, ts: ts!, text: 'Plus rien', file_ids: [] })
    expect(town.seen()).toMatchObject([{ text: 'Plus rien', files: [] }])
  })

  it.each([
    ['late', 1],
    ['never', 0],
  ] as const)('may show %s though Slack said ok', async (sharing, posts) => {
    town.state.sharing = sharing
    const file = { filename: 'a.csv', file: Buffer.from('username') }
    const { ok } = await client.filesUploadV2({ ...file, channel_id: channel })
    expect([ok, town.seen()]).toEqual([true, []])
    town.showLateShares()
    expect(town.seen()).toHaveLength(posts)
  })

  it('are not complete before their bytes are there', async () => {
    const { file_id: id } = await client.files.getUploadURLExternal({ filename: 'a.csv', length: 3 })
    expect(await refusalOf(client.files.completeUploadExternal({ files: [{ id: id! }] }))).toBe(
      'file_upload_incomplete',
    )
    expect(await refusalOf(client.files.info({ file: id! }))).toBe('file_not_found')
  })

  it('refuse a person as the channel', async () => {
    const { file_id: id, upload_url: url } = await client.files.getUploadURLExternal({ filename: 'a.csv', length: 3 })
    await fetch(url!, { method: 'POST', body: 'abc' })
    const files: [{ id: string }] = [{ id: id! }]
    const shared = client.files.completeUploadExternal({ files, channel_id: people.french })
    expect(await refusalOf(shared)).toBe('invalid_arguments')
  })

  it('can be deleted by the bot, which alone may', async () => {
    const id = await upload('a.csv', 'username')
    await client.files.delete({ file: id })
    expect(await refusalOf(client.files.info({ file: id }))).toBe('file_deleted')
    const theirs = await post({ name: 'b.csv', text: 'username' })
    expect(await refusalOf(client.files.delete({ file: theirs.id }))).toBe('cant_delete_file')
  })

  async function upload(filename: string, text: string): Promise<string> {
    const { file_id: id, upload_url: url } = await client.files.getUploadURLExternal({ filename, length: text.length })
    await fetch(url!, { method: 'POST', body: text })
    await client.files.completeUploadExternal({ files: [{ id: id! }] })
    return id!
  }
})

describe('downloads', () => {
  it('give the bytes to the bot', async () => {
    const { id } = await post({ name: 'a.csv', text: 'é;à' })
    const response = await download(await urlOf(id))
    expect([response.status, await response.text()]).toEqual([200, 'é;à'])
  })

  it.each([
    ['with a wrong token', 'xoxb-other', true],
    ['without the right to read files', 'xoxb-bot', false],
  ])('give a login page with status 200 %s', async (_, token, mayRead) => {
    const { id } = await post({ name: 'a.csv', text: 'username' })
    const url = await urlOf(id)
    if (!mayRead) town.app.scopes.delete('files:read')
    const response = await download(url, token)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toMatch('text/html')
    expect(await response.text()).toMatch('<!DOCTYPE html>')
  })

  it('end with 404 once the file is gone', async () => {
    const { id } = await post({ name: 'a.csv', text: 'username' })
    const url = await urlOf(id)
    await town.people.removeFile(id)
    expect((await download(url)).status).toBe(404)
  })
})

describe('how files look', () => {
  const looks: readonly (readonly [string, NewFile, object])[] = [
    ['a plain one', { name: 'a.csv', text: 'x' }, { mode: 'hosted', filetype: 'csv', mimetype: 'text/csv', size: 1 }],
    [
      'a snippet',
      { name: 'Untitled.txt', text: 'username', mode: 'snippet' },
      { mode: 'snippet', filetype: 'text', mimetype: 'text/plain', editable: true },
    ],
    [
      'of Slack Connect',
      { name: 'a.csv', text: 'x', state: 'checked' },
      { mode: 'file_access', file_access: 'check_file_info' },
    ],
    ['beyond the plan', { name: 'a.csv', text: 'x', state: 'hidden' }, { mode: 'hidden_by_limit' }],
  ]

  it.each(looks)('%s', async (_, file, look) => {
    const { event, id } = await post(file)
    expect(event.files).toEqual([expect.objectContaining({ id, ...look })])
    if (file.state) expect(event.files[0]).not.toHaveProperty('name')
  })

  it('are told in full by files.info for Slack Connect', async () => {
    const { id } = await post({ name: 'a.csv', text: 'x', state: 'checked' })
    expect((await client.files.info({ file: id })).file).toMatchObject({ name: 'a.csv', mode: 'hosted', size: 1 })
  })

  it('leave a tombstone in the post when a person deletes them', async () => {
    const { id, place } = await post({ name: 'a.csv', text: 'x' })
    await town.people.removeFile(id)
    const changed = town.deliveries.all.at(-1)?.payload.event
    expect(changed).toMatchObject({
      subtype: 'message_changed',
      message: { ts: place.ts, files: [{ id, mode: 'tombstone' }] },
      previous_message: { files: [{ id, mode: 'hosted' }] },
    })
    expect(town.seen()[0]?.files).toEqual([])
  })
})
