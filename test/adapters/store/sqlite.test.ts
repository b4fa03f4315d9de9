import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../../../src/adapters/store/open.ts'
import { at, posting, receive } from '../../contracts/store/samples.ts'
import { storeContract } from '../../contracts/store.ts'

const root = mkdtempSync(join(tmpdir(), 'enrol-check-'))
afterAll(() => rmSync(root, { recursive: true }))

const newDataDir = () => join(mkdtempSync(join(root, 'd-')), 'not', 'there', 'yet')
const open = (dataDir: string) => openStore({ databaseUrl: undefined, dataDir })
const fileIn = (dataDir: string) => join(dataDir, 'enrol-check.sqlite')

function change(dataDir: string, text: string): void {
  const database = new DatabaseSync(fileIn(dataDir))
  database.exec(text)
  database.close()
}

storeContract('the store on SQLite', () => {
  const dataDir = newDataDir()
  return Promise.resolve(() => open(dataDir))
})

describe('the SQLite file', () => {
  it('is refused to a second bot, which is told what to do', async () => {
    const dataDir = newDataDir()
    const first = await open(dataDir)
    const second = open(dataDir)
    await expect(second).rejects.toMatchObject({ name: 'OutsideError', code: 'store-locked' })
    await expect(second).rejects.toThrow(/Stop the other one.*DATABASE_URL/)
    await expect(second).rejects.toThrow(fileIn(dataDir))
    expect(await first.postings.receive(posting())).toBe(true)
    await first.close()
  })

  it('is free again once the first bot has closed it', async () => {
    const dataDir = newDataDir()
    await (await open(dataDir)).close()
    await (await open(dataDir)).close()
    expect(existsSync(`${fileIn(dataDir)}-wal`)).toBe(false)
  })

  it('gives the jobs of the bot before at once, as that one cannot be running any more', async () => {
    const dataDir = newDataDir()
    const first = await open(dataDir)
    const hour = Temporal.Duration.from({ hours: 1 })
    await first.postings.receive(posting())
    const [job] = await first.jobs.claim(1, at('08:00'), hour)
    await first.close()
    const second = await open(dataDir)
    expect(await second.jobs.claim(1, at('08:00'), hour)).toMatchObject([{ id: job!.id, attempts: 2 }])
    await second.close()
  })

  it('is in a directory that others cannot read', async () => {
    const dataDir = newDataDir()
    await (await open(dataDir)).close()
    expect(statSync(dataDir).mode & 0o077).toBe(0)
  })

  it('is refused when it is no database, with its path', async () => {
    const dataDir = mkdtempSync(join(root, 'd-'))
    writeFileSync(fileIn(dataDir), 'a text, long enough to be taken for the header of a database'.repeat(20))
    await expect(open(dataDir)).rejects.toMatchObject({ name: 'OutsideError', code: 'store-unavailable' })
    await expect(open(dataDir)).rejects.toThrow(fileIn(dataDir))
  })

  it('is refused when its directory cannot be made', async () => {
    const file = join(root, 'a-file')
    writeFileSync(file, '')
    await expect(open(join(file, 'data'))).rejects.toMatchObject({ code: 'store-unavailable' })
  })

  it('is refused, and left as it is, when a newer version has changed it', async () => {
    const dataDir = newDataDir()
    await (await open(dataDir)).close()
    change(dataDir, `INSERT INTO migrations (name) VALUES ('of-next-year')`)
    await expect(open(dataDir)).rejects.toMatchObject({ name: 'OutsideError', code: 'store-newer' })
    await expect(open(dataDir)).rejects.toMatchObject({ code: 'store-newer' })
  })

  it('holds no posting whose job could not be stored', async () => {
    const dataDir = newDataDir()
    await (await open(dataDir)).close()
    change(dataDir, "CREATE TRIGGER full BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'full'); END")
    const broken = await open(dataDir)
    await expect(broken.postings.receive(posting())).rejects.toMatchObject({ code: 'store-refused' })
    await broken.close()
    change(dataDir, 'DROP TRIGGER full')
    const store = await open(dataDir)
    expect(await store.postings.receive(posting())).toBe(true)
    await store.close()
  })

  it('no longer holds the bytes it was told to forget', async () => {
    const dataDir = newDataDir()
    const store = await open(dataDir)
    const secret = 'dupont;anne;2004-02-29'
    const bytes = Buffer.from(secret.repeat(1000))
    await store.files.put({ posting: await receive(store), kind: 'posted', name: 'a.csv', bytes }, at('09:00'))
    await store.close()
    expect(readFileSync(fileIn(dataDir)).includes(secret)).toBe(true)
    const later = await open(dataDir)
    await later.files.forget(at('09:00'))
    await later.close()
    expect(readFileSync(fileIn(dataDir)).includes(secret)).toBe(false)
  })
})
