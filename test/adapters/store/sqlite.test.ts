import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { type OpenStore, openStore } from '../../../src/adapters/store/open.ts'
import { at, batchOf, entryOf, localPost, posting, revision, revisionOf } from '../../contracts/store/samples.ts'
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

  it('gives the reports of the version before an outcome', async () => {
    const dataDir = newDataDir()
    const before = await open(dataDir)
    const { postingId } = await revision(before)
    await before.close()
    const counts = { rows: 3 }
    change(dataDir, "ALTER TABLE revisions DROP COLUMN outcome; DELETE FROM migrations WHERE name = 'outcomes'")
    change(dataDir, `UPDATE revisions SET report = '${JSON.stringify({ verdict: 'partial', counts, faults: [] })}'`)
    const after = await open(dataDir)
    expect(await after.batches.revisions('B1')).toMatchObject([
      { posting: postingId, outcome: { verdict: 'partial', counts } },
    ])
    await after.close()
  })
})

describe('the files of SQLite, once they were told to forget', () => {
  const secret = 'dupont-anne-2004'
  const held = (dataDir: string) =>
    readdirSync(dataDir).filter((name) => readFileSync(join(dataDir, name)).includes(secret))
  const kinds = { outcome: null, report: { faults: [{ person: secret, value: secret.repeat(9) }] } }

  /** Rows of many sizes, so that pages are split and joined. */
  async function fill(store: OpenStore, posts: number): Promise<void> {
    for (let n = 0; n < posts; n++) {
      const name = `${secret}.csv`
      const file = { id: 'F', name, size: 1, type: '' }
      await store.postings.receive(posting({ post: `P${n}`, file }))
      const [job] = await store.jobs.claim(1, at('08:00'), Temporal.Duration.from({ hours: 1 }))
      const { posting: id } = job!.payload as { posting: string }
      await store.batches.open(batchOf({ id, name }))
      await store.batches.revise(revisionOf(id, { ...kinds, batch: id, name }), { state: 'ready' }, entryOf())
      const bytes = Buffer.from(secret.repeat(1 + ((n * 37) % 600)))
      await store.files.put({ posting: id, kind: 'posted', name, bytes }, at('09:00'))
      await store.localPosts.save(localPost({ id: `${n}`, text: secret.repeat(1 + (n % 50)) }), [
        { id: `F${n}`, name, size: bytes.length, type: '', bytes },
      ])
      await (n % 2 ? store.jobs.finish(job!) : store.jobs.fail(job!, null, name))
      await store.jobs.add({ kind: 'explain-files', payload: { name }, runAt: at('08:00'), key: null })
      const [word] = await store.jobs.claim(1, at('08:00'), Temporal.Duration.from({ hours: 1 }))
      await store.jobs.finish(word!)
    }
  }

  it('no longer hold a name anywhere, even while the bot runs', async () => {
    const dataDir = newDataDir()
    const store = await open(dataDir)
    await fill(store, 120)
    expect(held(dataDir)).toContain('enrol-check.sqlite-wal')
    await store.files.forget(at('10:00'), Temporal.Duration.from({ minutes: 30 }))
    await store.localPosts.forget(at('09:30'))
    expect(held(dataDir)).toEqual([])
    await store.close()
    expect(held(dataDir)).toEqual([])
  })
})
