import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadSnapshot } from '../../../src/adapters/directory/load-snapshot.ts'
import { exportsOnly, type SiteFolder, siteFolder, snapshotOnly } from './site-folder.ts'

let folder: SiteFolder
beforeEach(async () => {
  folder = await siteFolder()
})
afterEach(() => folder.close())

const refused = (message: RegExp) => ({
  name: 'OutsideError',
  code: 'reference-invalid',
  message: expect.stringMatching(message) as string,
})

describe('a snapshot as JSON', () => {
  const load = async (content: unknown) => {
    await folder.write('reference.json', content)
    return loadSnapshot('ecampus', snapshotOnly(folder.pathOf('reference.json')))
  }
  const accounts = (count: number) => Array.from({ length: count }, (_, n) => ({ username: `u${n}` }))

  it.each([
    ['{ "accounts": [{ "username": anne } ] }', /reference\.json is not a snapshot: it is not JSON/],
    [{ taken_at: 'yesterday' }, /taken_at/],
    [{ accounts: [{ username: 'anne' }, { username: 7 }] }, /accounts\[1\]\.username/],
    [{ accounts: [...accounts(12_000), { username: 7 }] }, /accounts\[12000\]\.username/],
    [{ accounts: accounts(12_000), roles: [{}] }, /roles\[0\]\.id/],
    [[], /is not a snapshot/],
  ])('is refused with its place: %#', async (content, message) => {
    await expect(load(content)).rejects.toMatchObject(refused(message))
  })

  it('does not show who is in it when it is broken', async () => {
    const error = await load('{ "accounts": [{ "username": anne } ] }').catch((it: unknown) => it as Error)
    expect((error as Error).message).not.toContain('anne')
  })

  it('is read whole when it is long', async () => {
    const { reference } = await load({ accounts: accounts(12_000), roles: [{ id: 5, shortname: 'student' }] })
    expect(reference.verified).toEqual(['accounts', 'roles'])
    expect(['u0', 'u4999', 'u5000', 'u11999', 'u12000'].map((name) => reference.account(name)?.username)).toEqual([
      ...['u0', 'u4999', 'u5000', 'u11999'],
      undefined,
    ])
  })

  it('may begin with a byte-order mark', async () => {
    const { reference, snapshot } = await load(`\uFEFF${JSON.stringify({ accounts: accounts(1) })}`)
    expect(reference.account('u0')?.username).toBe('u0')
    expect(JSON.parse(snapshot!)).toEqual({ accounts: accounts(1) })
  })

  it('is missed when it is not there', async () => {
    const files = snapshotOnly(folder.pathOf('no.json'))
    await expect(loadSnapshot('ecampus', files)).rejects.toMatchObject({ code: 'reference-missing' })
  })
})

describe('CSV exports', () => {
  const header = 'username,firstname,lastname,email,timecreated\n'
  const load = async (accounts: string | null, courses: string | null) => {
    if (accounts !== null) await folder.write('accounts.csv', accounts)
    if (courses !== null) await folder.write('courses.csv', courses)
    const path = (text: string | null, name: string) => (text === null ? null : folder.pathOf(name))
    return loadSnapshot('prelude', exportsOnly(path(accounts, 'accounts.csv'), path(courses, 'courses.csv')))
  }

  it('tell of accounts and courses, as of the older file', async () => {
    const { reference, takenAt } = await load(
      `${header}anne,Anne,B,a@x.example,1756706400\n`,
      'shortname,fullname\nC,D\n',
    )
    expect(reference.verified).toEqual(['accounts', 'courses'])
    expect(reference.account('anne')?.timecreated?.toString()).toBe('2025-09-01T06:00:00Z')
    expect(reference.course('C')).toMatchObject({ fullname: 'D', manual: null, groups: null })
    expect(takenAt?.toString()).toBe('1970-01-01T00:00:01Z')
  })

  it('may be courses alone: accounts are then not known', async () => {
    const { reference } = await load(null, 'shortname,fullname\nC,D\n')
    expect(reference.verified).toEqual(['courses'])
    expect(reference.account('anne')).toBeUndefined()
  })

  it('are read in another thread when they are large, with the same result', async () => {
    const rows = Array.from(
      { length: 8_000 },
      (_, n) => `"u${n}","Anaïs","Garçon","u${n}@etu.univ.example",1756706400\n`,
    )
    const { reference, snapshot } = await load(header + rows.join(''), null)
    expect(snapshot!.length).toBeGreaterThan(256 * 1024)
    expect(reference.account('u7999')).toMatchObject({ firstname: 'Anaïs', email: 'u7999@etu.univ.example' })
    expect(reference.account('u8000')).toBeNull()
    const broken = load(`${header}${rows.join('')}u8000,A,B,u8000@x.example,01/09/2025 08:00\n`, null)
    await expect(broken).rejects.toMatchObject(
      refused(/accounts\.csv .*: accounts: row 8002: timecreated is “01\/09\/2025 08:00”/),
    )
  })

  it('are missed when one is not there', async () => {
    await folder.write('accounts.csv', `${header}anne,A,B,a@x.example,0\n`)
    const files = exportsOnly(folder.pathOf('accounts.csv'), folder.pathOf('no.csv'))
    await expect(loadSnapshot('prelude', files)).rejects.toMatchObject({ code: 'reference-missing' })
  })
})
