import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSnapshot } from '../../../src/adapters/directory/load-snapshot.ts'
import { patient } from '../../../src/adapters/directory/patient.ts'
import { snapshotDirectory } from '../../../src/adapters/directory/snapshot.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'
import { type DirectoryWorld, describeDirectory } from '../../contracts/directory.ts'
import { fakeLog } from '../../fakes/log.ts'
import { exportsOnly, type SiteFolder, siteFolder, snapshotOnly } from './site-folder.ts'

const snapshot = (...usernames: string[]) => ({
  site: 'ecampus',
  taken_at: '2026-11-22T21:30:00+01:00',
  accounts: usernames.map((username) => ({ username })),
})

async function jsonWorld(): Promise<DirectoryWorld> {
  const folder = await siteFolder()
  const files = (site: string) => snapshotOnly(folder.pathOf(`${site}.json`))
  return {
    directory: snapshotDirectory({ ecampus: files('ecampus'), prelude: files('prelude') }, fakeLog()),
    tell: (site, usernames) => folder.write(`${site}.json`, { ...snapshot(...usernames), site }),
    fail: (site) => folder.write(`${site}.json`, '{ "site": '),
    close: () => folder.close(),
  }
}

async function csvWorld(): Promise<DirectoryWorld> {
  const folder = await siteFolder()
  const files = (site: string) => exportsOnly(folder.pathOf(`${site}.csv`), null)
  const rows = (usernames: readonly string[]) => usernames.map((username) => `${username};A;B;${username}@x.example\n`)
  const header = 'username;firstname;lastname;email\n'
  return {
    directory: snapshotDirectory({ ecampus: files('ecampus'), prelude: files('prelude') }, fakeLog()),
    tell: (site, usernames) => folder.write(`${site}.csv`, header + rows(usernames).join('')),
    fail: (site) => folder.write(`${site}.csv`, `${header}anne;A\n`),
    close: () => folder.close(),
  }
}

describeDirectory('snapshots as JSON', jsonWorld)
describeDirectory('CSV exports', csvWorld)
describeDirectory('snapshots, asked with patience', async () => {
  const world = await jsonWorld()
  const never = () => new Promise<never>(() => undefined)
  return { ...world, directory: patient(world.directory, 5_000, never) }
})

describe('a directory of snapshots', () => {
  let folder: SiteFolder
  let log: ReturnType<typeof fakeLog>
  beforeEach(async () => {
    folder = await siteFolder()
    log = fakeLog()
  })
  afterEach(() => folder.close())
  const ecampus = () => snapshotDirectory({ ecampus: snapshotOnly(folder.pathOf('reference.json')) }, log)
  const write = (content: unknown) => folder.write('reference.json', content)

  it('says since when, in its own words or by the time of the file', async () => {
    await write(snapshot('anne'))
    const directory = ecampus()
    expect((await directory.about('ecampus')).takenAt?.toString()).toBe('2026-11-22T20:30:00Z')
    await write({ accounts: [] })
    expect((await directory.about('ecampus')).takenAt?.toString()).toBe('1970-01-01T00:00:02Z')
  })

  it('reads a file once as long as it is the same', async () => {
    await write(snapshot('anne'))
    const directory = ecampus()
    const [first, second] = await Promise.all([directory.about('ecampus'), directory.about('ecampus')])
    expect(second).toBe(first)
    expect(await directory.about('ecampus')).toBe(first)
  })

  it.each([
    ['{ "site": ', 'reference-invalid'],
    [{ ...snapshot('luc'), site: 'prelude' }, 'reference-elsewhere'],
  ])('goes on with the one before while the new one is %j, and says so once', async (content, code) => {
    await write(snapshot('anne'))
    const directory = ecampus()
    const good = await directory.about('ecampus')
    await write(content)
    expect(await directory.about('ecampus')).toEqual({ ...good, outdated: true })
    expect(await directory.about('ecampus')).toEqual({ ...good, outdated: true })
    expect(log.lines.map(({ level, fields }) => [level, fields])).toEqual([
      ['warn', { site: 'ecampus', error: expect.objectContaining({ code }) as unknown }],
    ])
    await write(snapshot('luc'))
    const known = await directory.about('ecampus')
    expect([known.outdated, known.reference.account('luc')?.username]).toEqual([false, 'luc'])
    await write(content)
    await directory.about('ecampus')
    expect(log.lines).toHaveLength(2)
  })

  it('goes on without the file, and takes it again when it is back', async () => {
    await write(snapshot('anne'))
    const directory = ecampus()
    const good = await directory.about('ecampus')
    await folder.close()
    expect(await directory.about('ecampus')).toEqual({ ...good, outdated: true })
    expect(log.lines).toHaveLength(1)
    folder = await siteFolder()
  })

  it('says each time anew that the file is gone', async () => {
    const directory = ecampus()
    for (const times of [1, 2]) {
      await write(snapshot('anne'))
      expect((await directory.about('ecampus')).outdated).toBe(false)
      await folder.remove('reference.json')
      expect((await directory.about('ecampus')).outdated).toBe(true)
      expect(log.lines).toHaveLength(times)
    }
  })

  it('tries again what could not be opened, though it is the same file', async () => {
    await write(snapshot('anne'))
    let tries = 0
    const load: typeof loadSnapshot = (...asked) =>
      ++tries === 1
        ? Promise.reject(new OutsideError('reference-missing', 'too many open files'))
        : loadSnapshot(...asked)
    const directory = snapshotDirectory({ ecampus: snapshotOnly(folder.pathOf('reference.json')) }, log, load)
    await expect(directory.about('ecampus')).rejects.toMatchObject({ code: 'reference-missing' })
    expect((await directory.about('ecampus')).reference.account('anne')?.username).toBe('anne')
  })

  it('refuses a snapshot of another site', async () => {
    await write({ ...snapshot('anne'), site: 'prelude' })
    await expect(ecampus().about('ecampus')).rejects.toMatchObject({
      code: 'reference-elsewhere',
      message: expect.stringMatching(/is of the site prelude, expected ecampus$/) as string,
    })
  })
})
