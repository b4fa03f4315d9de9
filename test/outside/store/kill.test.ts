import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open.ts'
import { posting } from '../../contracts/store/samples.ts'

const PROGRAM = new URL('./receive-postings.ts', import.meta.url).pathname

describe('a bot on SQLite that is killed', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'enrol-check-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  it.each([1, 50, 500])('has lost nothing of what it acknowledged, after %i postings', async (enough) => {
    const acknowledged = await receiveUntilKilled(dataDir, enough)
    expect(acknowledged).toBeGreaterThanOrEqual(enough)
    const store = await openStore({ databaseUrl: undefined, dataDir })
    const { queued } = await store.jobs.counts()
    // The kill may fall between the storing of one more and its acknowledgement.
    expect([acknowledged, acknowledged + 1]).toContain(queued)
    for (let n = 0; n < queued; n++) expect(await store.postings.receive(posting({ post: `P${n}` }))).toBe(false)
    expect(await store.postings.receive(posting({ post: `P${queued}` }))).toBe(true)
    await store.close()
  })

  it('keeps a second process out while it lives, and not after', async () => {
    const child = start(dataDir)
    await once(child.stdout!, 'data')
    const second = openStore({ databaseUrl: undefined, dataDir })
    await expect(second).rejects.toMatchObject({ name: 'OutsideError', code: 'store-locked' })
    child.kill('SIGKILL')
    await once(child, 'close')
    await (await openStore({ databaseUrl: undefined, dataDir })).close()
  })
})

/** How many postings the program said were acknowledged, before it was killed at `enough` of them or a little later. */
async function receiveUntilKilled(dataDir: string, enough: number): Promise<number> {
  const child = start(dataDir)
  let acknowledged = 0
  for await (const line of createInterface(child.stdout!)) {
    expect(line).toBe(String(acknowledged))
    acknowledged++
    if (acknowledged === enough) child.kill('SIGKILL')
  }
  return acknowledged
}

function start(dataDir: string): ChildProcess {
  return spawn(process.execPath, [PROGRAM, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
}
