import { describe, expect, it } from 'vitest'
import type { Api } from '../../../src/adapters/mattermost/api.ts'
import { upload } from '../../../src/adapters/mattermost/uploads.ts'
import { filesOf } from './mattermost-world.ts'

/** A server that answers an upload with this. */
function serverOf(answer: unknown) {
  const forms: FormData[] = []
  const uploadFile = (form: FormData) => {
    forms.push(form)
    return Promise.resolve(answer)
  }
  return { api: { client: { uploadFile } } as unknown as Api, forms }
}

describe('an upload', () => {
  it('says the channel, then the file', async () => {
    const { api, forms } = serverOf({ file_infos: [{ id: 'f' }] })
    expect(await upload(api, 'c', filesOf(['a\n"b".csv', 'x;y']))).toEqual({ ids: ['f'], leftOut: [] })
    expect([...forms[0]!.keys()]).toEqual(['channel_id', 'files'])
    const file = forms[0]!.get('files') as File
    expect([file.name, file.type, await file.text()]).toEqual(['a ’b’.csv', 'text/csv', 'x;y'])
  })

  it('that the server took without keeping anything is not taken for done', async () => {
    const { api } = serverOf({ file_infos: [], client_ids: [] })
    await expect(upload(api, 'c', filesOf(['a.csv', '']))).rejects.toMatchObject({ code: 'chat-unavailable' })
  })

  it('answered with anything else is not either', async () => {
    const { api } = serverOf(null)
    await expect(upload(api, 'c', filesOf(['a.csv', '']))).rejects.toMatchObject({ code: 'chat-unavailable' })
  })
})
