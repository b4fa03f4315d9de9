import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keepCommandTokens, keptCommandTokens } from '../../../src/adapters/mattermost/kept-tokens.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-kept-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the tokens of the command', () => {
  it('are none where setup never ran', async () => {
    expect(await keptCommandTokens(folder)).toEqual([])
  })

  it('are kept for their owner alone, even in a file that others could read', async () => {
    const file = join(folder, 'data', 'mattermost.json')
    expect(await keepCommandTokens(join(folder, 'data'), ['one'])).toBe(file)
    await rm(file)
    await writeFile(file, 'old', { mode: 0o644 })
    await keepCommandTokens(join(folder, 'data'), ['one', 'two'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await keptCommandTokens(join(folder, 'data'))).toEqual(['one', 'two'])
    expect(await readFile(file, 'utf8')).toBe('{"commandTokens":["one","two"]}\n')
  })
})
