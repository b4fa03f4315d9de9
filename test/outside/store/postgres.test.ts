import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { type OpenStore, openStore } from '../../../src/adapters/store/open.ts'
import { at, job, posting } from '../../contracts/store/samples.ts'
import { storeContract } from '../../contracts/store.ts'

const MINUTE = Temporal.Duration.from({ minutes: 1 })
const open = (databaseUrl: string) => openStore({ databaseUrl, dataDir: '/nowhere' })

storeContract('the store on PostgreSQL', async () => {
  const databaseUrl = await newSchemaUrl()
  return () => open(databaseUrl)
})

describe('a PostgreSQL that several share', () => {
  it('gets its tables once when four open it at the same time', async () => {
    await withStores(4, async (stores) => {
      const taken = await Promise.all(stores.map((store) => store.postings.receive(posting())))
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect((await stores[0]!.jobs.counts()).queued).toBe(1)
    })
  })

  it('gives each job to one of them', async () => {
    await withStores(3, async (stores) => {
      for (let n = 0; n < 100; n++) await stores[0]!.jobs.add(job())
      const ids = (await Promise.all(stores.map(drain))).flat()
      expect(ids).toHaveLength(100)
      expect(new Set(ids).size).toBe(100)
    })
  })

  it('does not wait for jobs that another is taking at that moment', async () => {
    const databaseUrl = await newSchemaUrl()
    const store = await open(databaseUrl)
    await store.jobs.add(job({ kind: 'held' }))
    await store.jobs.add(job({ kind: 'free' }))
    await withClient(databaseUrl, async (client) => {
      await client.query(`begin; update jobs set state = 'leased' where kind = 'held'`)
      expect((await store.jobs.claim(2, at('08:00'), MINUTE)).map(({ kind }) => kind)).toEqual(['free'])
      await client.query('rollback')
    })
    await store.close()
  })
})

describe('a PostgreSQL that fails halfway', () => {
  it('holds no posting whose job could not be stored', async () => {
    const databaseUrl = await newSchemaUrl()
    const store = await open(databaseUrl)
    await withClient(databaseUrl, async (client) => {
      await client.query('alter table jobs rename to hidden')
      await expect(store.postings.receive(posting())).rejects.toMatchObject({ code: 'store-unavailable' })
      await client.query('alter table hidden rename to jobs')
    })
    expect(await store.postings.receive(posting())).toBe(true)
    await store.close()
  })
})

describe('a PostgreSQL that goes away', () => {
  it('fails the calls of that moment alone', async () => {
    const databaseUrl = await newSchemaUrl()
    const store = await open(databaseUrl)
    await withClient(databaseUrl, async (client) => {
      await client.query('begin; lock table postings')
      const cut = store.postings.receive(posting())
      const expected = expect(cut).rejects.toMatchObject({ name: 'OutsideError', code: 'store-unavailable' })
      await cutStore(client, 'waiting')
      await expected
      await client.query('rollback')
    })
    expect(await store.postings.receive(posting())).toBe(true)
    expect((await store.jobs.counts()).queued).toBe(1)
    await store.close()
  })

  it('does not matter between calls', async () => {
    const databaseUrl = await newSchemaUrl()
    const store = await open(databaseUrl)
    await withClient(databaseUrl, (client) => cutStore(client, 'idle'))
    // A call may meet a dead connection before its end was noticed, and takes it away with it; the pool has five.
    for (let dead = 0; dead < 5; dead++) {
      if (await store.jobs.counts().then(Boolean, () => false)) break
    }
    await expect(store.jobs.counts()).resolves.toMatchObject({ queued: 0 })
    await store.close()
  })

  it('is an OutsideError at opening, without the password', async () => {
    const opening = open('postgres://anne:secret@127.0.0.1:1/x')
    await expect(opening).rejects.toMatchObject({ name: 'OutsideError', code: 'store-unavailable' })
    await expect(opening).rejects.toThrow(/ECONNREFUSED/)
    await expect(opening).rejects.not.toThrow(/secret/)
  })

  it('is an OutsideError when its address is none, without the password', async () => {
    const opening = open('anne:secret@@nowhere')
    await expect(opening).rejects.toMatchObject({ name: 'OutsideError', code: 'store-unavailable' })
    await expect(opening).rejects.not.toThrow(/secret/)
  })
})

/** Claims one by one until there is nothing left. */
async function drain(store: OpenStore): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const claimed = await store.jobs.claim(1, at('08:00'), MINUTE)
    if (claimed.length === 0) return ids
    ids.push(...claimed.map(({ id }) => id))
  }
}

/** Ends the connections of the store under test that rest, or that wait for a lock, once there is one. */
async function cutStore(client: Client, state: 'idle' | 'waiting'): Promise<void> {
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = current_setting('application_name') and pid <> pg_backend_pid()
    and ${state === 'idle' ? `state = 'idle'` : `wait_event_type = 'Lock'`}`
  for (;;) {
    const { rowCount } = await client.query(cut)
    if (rowCount !== 0) return
  }
}

async function withStores(count: number, run: (stores: readonly OpenStore[]) => Promise<void>): Promise<void> {
  const databaseUrl = await newSchemaUrl()
  const stores = await Promise.all(Array.from({ length: count }, () => open(databaseUrl)))
  await run(stores)
  await Promise.all(stores.map((store) => store.close()))
}

/** An empty schema, which costs less than a database, and a name of its own for the connections to it. */
async function newSchemaUrl(): Promise<string> {
  const schema = `s_${randomUUID().replaceAll('-', '')}`
  const postgresUrl = inject('postgresUrl')
  await withClient(postgresUrl, (client) => client.query(`create schema ${schema}`))
  return `${postgresUrl}?application_name=${schema}&options=${encodeURIComponent(`-c search_path=${schema}`)}`
}

async function withClient(databaseUrl: string, run: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await run(client)
  } finally {
    await client.end()
  }
}
