import { readdirSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rawStatus } from '../http/serve.ts'
import { type LocalServer, startLocal } from './local-server.ts'

const folder = new URL('../../../src/adapters/local/page/', import.meta.url)

describe('the page', () => {
  let server: LocalServer
  beforeEach(async () => {
    server = await startLocal()
  })
  afterEach(() => server.close())

  it('is served with all that it asks for, of the right type', async () => {
    const html = await (await fetch(server.url)).text()
    const links = [...html.matchAll(/(?:href|src)="(\/[^"]+)"/g)].map(([, path]) => path!)
    expect(links.length).toBeGreaterThan(4)
    for (const link of links) {
      const response = await fetch(server.url + link)
      expect([link, response.status]).toEqual([link, 200])
      expect(response.headers.get('content-type')).toMatch(/^(text\/(css|javascript)|image\/svg\+xml)/)
    }
  })

  it.each(['/page/none.js', '/page/..%2fchat.ts', '/page/..%2f..%2flocal%2fchat.ts', '/page/'])(
    'has nothing at %s',
    async (path) => {
      expect(await rawStatus(server.url + path, 'GET', {})).toBe(404)
    },
  )

  it('has no script or style inline, which its policy forbids', () => {
    const html = readFileSync(new URL('index.html', folder), 'utf8')
    expect(html).not.toMatch(/<style|\son\w+=|\sstyle=|<script(?![^>]*\ssrc=)/)
  })

  it('never makes markup of text', () => {
    const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'))
    expect(scripts.length).toBeGreaterThan(5)
    for (const name of scripts) {
      expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/,
      )
    }
  })
})
