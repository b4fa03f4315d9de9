import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { noDirectory } from '../../../src/adapters/directory/none.ts'
import { snapshotDirectory } from '../../../src/adapters/directory/snapshot.ts'
import { nothingKnown } from '../../../src/ports/directory.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-directory-'))
  path = join(folder, 'reference.json')
})
afterEach(() => rm(folder, { recursive: true }))

const snapshot = (...usernames: string[]) => ({
  site: 'ecampus',
  taken_at: '2026-11-22T21:30:00+01:00',
  accounts: usernames.map((username) => ({ username })),
})
const write = (content: unknown) => writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))

it('knows what the file says of its site, and since when', async () => {
  await write(snapshot('anne'))
  const { reference, takenAt, snapshot: text } = await snapshotDirectory(path).about('ecampus')
  expect(reference.verified).toEqual(['accounts'])
  expect(reference.account('anne')).toMatchObject({ username: 'anne' })
  expect(reference.account('paul')).toBeNull()
  expect(takenAt?.toString()).toBe('2026-11-22T20:30:00Z')
  expect(JSON.parse(text!)).toEqual(snapshot('anne'))
})

it('knows nothing of another site', async () => {
  await write(snapshot('anne'))
  expect(await snapshotDirectory(path).about('prelude')).toBe(nothingKnown)
  expect(await noDirectory.about('ecampus')).toBe(nothingKnown)
})

it('reads the file again when it was replaced, and only then', async () => {
  await write(snapshot('anne'))
  const directory = snapshotDirectory(path)
  const first = await directory.about('ecampus')
  expect(await directory.about('ecampus')).toBe(first)
  await write(snapshot('paul'))
  await utimes(path, 1, 1)
  const second = await directory.about('ecampus')
  expect(second.version).not.toBe(first.version)
  expect(second.reference.account('anne')).toBeNull()
})

it.each([
  ['{ "site": ', /reference\.json is not a snapshot/],
  [{ ...snapshot(), taken_at: 'yesterday' }, /taken_at/],
  [{ ...snapshot(), accounts: [{ username: 'anne' }, { username: 7 }] }, /accounts\[1\]\.username/],
])('refuses %j and names the place', async (content, message) => {
  await write(content)
  const refused = { name: 'OutsideError', code: 'reference-invalid', message: expect.stringMatching(message) as string }
  await expect(snapshotDirectory(path).about('ecampus')).rejects.toMatchObject(refused)
})

it('says when there is no such file', async () => {
  await expect(snapshotDirectory(path).about('ecampus')).rejects.toMatchObject({ code: 'reference-missing' })
})
