// Bytes of files: from Slack's hosts only, never a login page, never more than asked.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { downloadFrom } from '../../../src/adapters/slack/download.ts'
import type { Web } from '../../../src/adapters/slack/web.ts'
import type { Attachment } from '../../../src/ports/chat.ts'
import { people } from '../../fakes/slack/townsfolk.ts'
import { type SlackWorld, slackWorld } from './slack-world.ts'

describe('in the town', () => {
  let world: SlackWorld
  beforeEach(async () => {
    world = await slackWorld()
    await world.start()
  })
  afterEach(() => world.close())

  async function posted(text: string, name = 'liste.csv', type?: string): Promise<Attachment> {
    await world.town.people.post({ author: people.french, files: [{ name, text, ...(type ? { type } : {}) }] })
    return world.heard.postings.at(-1)!.files[0]!
  }

  it('names the missing right when Slack gives its login page, with status 200, in place of the file', async () => {
    const file = await posted('username')
    world.town.faults.next('download', { kind: 'page' })
    await expect(world.process().download(file, 100)).rejects.toMatchObject({
      code: 'scope-missing',
      message: expect.stringContaining('files:read') as string,
    })
  })

  it('gives a web page that somebody posted', async () => {
    const file = await posted('<html>liste</html>', 'liste.html', 'text/html')
    const bytes = await world.process().download(file, 100)
    expect(Buffer.from(bytes).toString()).toBe('<html>liste</html>')
  })

  it('says that a deleted file is gone', async () => {
    const file = await posted('username')
    await world.town.people.removeFile(file.id)
    await expect(world.process().download(file, 100)).rejects.toMatchObject({ code: 'file-gone' })
  })

  it.each([
    ['is cut', { kind: 'cut', when: 'before' } as const],
    ['meets an error', { kind: 'broken', status: 500, when: 'before' } as const],
  ])('may be tried again when it %s', async (_, fault) => {
    const file = await posted('username')
    world.town.faults.next('download', fault)
    await expect(world.process().download(file, 100)).rejects.toMatchObject({ code: 'chat-unavailable' })
    await expect(world.process().download(file, 100)).resolves.toHaveLength(8)
  })
})

describe('addresses', () => {
  const asked: (string | undefined)[] = []
  let server: Server
  let url: string
  beforeEach(async () => {
    asked.splice(0)
    server = createServer(({ headers, url: path }, response) => {
      asked.push(headers.authorization)
      if (path === '/away') response.writeHead(302, { location: 'http://127.0.0.1:9/secret' }).end()
      else if (path === '/here') response.writeHead(302, { location: '/file' }).end()
      else if (path === '/round') response.writeHead(302, { location: '/round' }).end()
      else response.end('username')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterEach(() => new Promise((resolve) => server.close(resolve)))

  it.each([
    ['http://files.slack.com/f', 'without encryption'],
    ['https://slack.com.example.org/f', 'of a name that only begins so'],
    ['https://notslack.com/f', 'of a name that only ends so'],
    ['https://drive.example.org/f', 'of another service'],
    ['file:///etc/hostname', 'of this machine'],
    ['nonsense', 'that is none'],
  ])('%s, %s, are never asked', async (address) => {
    await expect(download(address)).rejects.toMatchObject({ code: 'file-gone' })
  })

  it('are asked with the token', async () => {
    await expect(download(`${url}/file`)).resolves.toHaveLength(8)
    expect(asked).toEqual(['Bearer xoxb-secret'])
  })

  it('may lead to others of the same hosts', async () => {
    await expect(download(`${url}/here`)).resolves.toHaveLength(8)
  })

  it('that lead elsewhere, or nowhere, are left', async () => {
    await expect(download(`${url}/away`)).rejects.toMatchObject({ code: 'file-gone' })
    await expect(download(`${url}/round`)).rejects.toMatchObject({ code: 'file-gone' })
  })

  function download(address: string): Promise<Uint8Array> {
    const file = {
      id: 'F1',
      name: 'a.csv',
      size: 0,
      mimetype: 'text/csv',
      mode: 'hosted',
      url_private_download: address,
    }
    const web = { call: () => Promise.resolve({ file }) } as unknown as Web
    const options = { botToken: 'xoxb-secret', apiUrl: `${url}/api/` }
    return downloadFrom(web, options)({ id: 'F1', name: 'a.csv', size: 0, type: 'text/csv' }, 100)
  }
})
