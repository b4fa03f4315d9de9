import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshotOf } from '../../../src/adapters/directory/exports.ts'
import { SnapshotFault } from '../../../src/adapters/directory/snapshot-fault.ts'
import { readSnapshot } from '../../../src/checking/snapshot.ts'

const bytesOf = (text: string | null) => (text === null ? null : new TextEncoder().encode(text))
const factsOf = (accounts: string | Uint8Array | null, courses: string | null = null) => {
  const given = accounts instanceof Uint8Array ? accounts : bytesOf(accounts)
  const exports = { site: 'ecampus', accounts: given, courses: bytesOf(courses), writtenAt: '2026-11-23T02:00:00Z' }
  return readSnapshot(JSON.parse(snapshotOf(exports))).facts
}
const header = 'username,firstname,lastname,email'
const anne = 'anne,Anne,Garçon,a@x.example'

describe('an export of accounts', () => {
  it('has what a query gives', () => {
    const columns = `${header},auth,confirmed,suspended,siteadmin,timecreated,phone1`
    const { accounts } = factsOf(`${columns}\n${anne},cas,1,0,f,1756706400,06\nguest,G,,g@x.example,manual,0,1,t,0,\n`)
    expect(accounts).toEqual([
      {
        ...{ username: 'anne', firstname: 'Anne', lastname: 'Garçon', email: 'a@x.example', auth: 'cas' },
        ...{ confirmed: true, suspended: false, siteadmin: false, guest: false },
        timecreated: Temporal.Instant.from('2025-09-01T06:00:00Z'),
      },
      {
        ...{ username: 'guest', firstname: 'G', lastname: '', email: 'g@x.example', auth: 'manual' },
        ...{ confirmed: false, suspended: true, siteadmin: true, guest: true },
        timecreated: null,
      },
    ])
  })

  it('may have the four columns of a person alone', () => {
    const [account] = factsOf(`${header}\n${anne}\n`).accounts!
    expect(account).toMatchObject({ auth: 'manual', confirmed: true, suspended: false, timecreated: null })
  })

  it('may have the words of Moodle’s pages, twice as the report builder does', () => {
    const report = 'Full name;Username;Email address;Username;First name;Last name;Suspended;Confirmed'
    const [account] = factsOf(`${report}\nA G;anne;a@x.example;anne;Anne;Garçon;No;Yes\n`).accounts!
    expect(account).toMatchObject({ username: 'anne', firstname: 'Anne', email: 'a@x.example', suspended: false })
    const french = "Nom d'utilisateur\tPrénom\tNom\tAdresse de courriel\nanne\tAnne\tGarçon\ta@x.example\n"
    expect(factsOf(french).accounts?.[0]).toMatchObject({ username: 'anne', lastname: 'Garçon' })
  })

  it('may begin with lines that say what it is', () => {
    const text = `Accounts of 2026\n\n${header}\n${anne}\n`
    expect(factsOf(text).accounts?.map(({ username }) => username)).toEqual(['anne'])
    expect(() => factsOf(`${text}luc,Luc\n`)).toThrow('accounts: row 4 has 2 cells, expected 4')
  })

  it('leaves out accounts that are deleted', () => {
    const { accounts } = factsOf(`${header},deleted\n${anne},1\nluc,Luc,D,l@x.example,0\n`)
    expect(accounts?.map(({ username }) => username)).toEqual(['luc'])
  })

  it.each([
    ['1756706400', '2025-09-01T06:00:00Z'],
    ['2025-09-01T08:00:00+02:00', '2025-09-01T06:00:00Z'],
    ['2025-09-01 06:00:00Z', '2025-09-01T06:00:00Z'],
    ['2025-09-01 08:00:00+02', '2025-09-01T06:00:00Z'],
    ['0', undefined],
    ['', undefined],
  ])('takes the time %j', (cell, time) => {
    const [account] = factsOf(`${header},timecreated\n${anne},${cell}\n`).accounts!
    expect(account!.timecreated?.toString()).toBe(time)
  })

  it.each([
    '2025-09-01 08:00:00',
    '01/09/2025 08:00',
    '2025',
    '1756706400000',
    '"Saturday, 18 October 2025, 10:31 PM"',
    'hier',
  ])('refuses the time %j and says what to do', (cell) => {
    expect(() => factsOf(`${header},timecreated\n${anne},${cell}\n`)).toThrow(
      /^accounts: row 2: timecreated is “.+”, expected seconds since 1970, or ISO 8601 with the offset .*leave the column out$/,
    )
  })

  it.each([
    [`${header}\n${anne}\nluc,Luc,D\n`, 'row 3 has 3 cells, expected 4'],
    [`${header}\n${anne},\n`, 'row 2 has 5 cells, expected 4'],
    [`${header},suspended\n${anne},peut-être\n`, 'row 2: suspended is “peut-être”, expected 1 or 0'],
    [`${header}\n${anne}\n"luc,Luc,D,l@x.example\n`, 'a quote opens in row 3'],
    [`${header}\n`, 'there is no row below'],
    ['username,firstname,email\nanne,Anne,a@x.example\n', 'the columns lastname are missing'],
    ['a,b\n1,2\n', 'no row names the columns username, firstname, lastname, email'],
    ['', 'it is not a CSV file (empty)'],
    ['<html><body>Log in</body></html>', 'it is not a CSV file (html)'],
  ])('refuses %j', (text, fault) => {
    expect(() => factsOf(text)).toThrow(`accounts: ${fault}`)
  })

  it('is read in another encoding as long as it is sure', () => {
    const latin = (name: string) => Buffer.from(`${header}\nanne,Anne,${name},a@x.example\n`, 'latin1')
    expect(factsOf(latin('Garçon')).accounts?.[0]?.lastname).toBe('Garçon')
    expect(() => factsOf(latin('MICH\u00E9LE'))).toThrow('accounts: its encoding is uncertain: export it as UTF-8')
    expect(factsOf(Buffer.from(`\uFEFF${header}\n${anne}\n`, 'utf16le')).accounts?.[0]?.lastname).toBe('Garçon')
  })
})

describe('an export of courses', () => {
  it('has what a query gives, and says nothing of methods and groups', () => {
    const columns = 'id,category,shortname,fullname,idnumber,visible,enddate'
    const { courses } = factsOf(null, `${columns}\n1,0,SITE,Le site,,1,0\n12,3,M1,"Master, 1",B1,0,1751234400\n`)
    const unknown = { manual: null, groups: null }
    expect(courses).toEqual([
      {
        id: 1,
        shortname: 'SITE',
        fullname: 'Le site',
        idnumber: '',
        visible: true,
        ended: false,
        frontpage: true,
        ...unknown,
      },
      {
        id: 12,
        shortname: 'M1',
        fullname: 'Master, 1',
        idnumber: 'B1',
        visible: false,
        ended: true,
        frontpage: false,
        ...unknown,
      },
    ])
  })

  it('may have names alone', () => {
    const { courses } = factsOf(null, 'shortname\tfullname\nM1\tMaster 1\n')
    expect(courses).toMatchObject([{ id: 0, visible: true, ended: false, frontpage: false }])
  })

  it('knows that a course goes on until its end', () => {
    const { courses } = factsOf(
      null,
      'shortname,fullname,enddate\nA,A,2026-11-23T02:00:00Z\nB,B,2026-11-23T02:00:01Z\n',
    )
    expect(courses?.map(({ ended }) => ended)).toEqual([true, false])
  })

  it('is refused when it is something else', () => {
    expect(() => factsOf(null, `${header}\n${anne}\n`)).toThrow('courses: no row names the columns shortname, fullname')
  })
})

it('is read whole or refused with a reason, whatever its bytes', () => {
  const cell = fc.constantFrom(
    'anne',
    '',
    '0',
    '1',
    '1756706400',
    '"',
    '""',
    ',',
    '\n',
    'é',
    '\0',
    '2025-09-01T06:00:00Z',
  )
  const table = fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 4 })
  const text = table.map((rows) => `${header},suspended,timecreated\n${rows.map((row) => row.join(',')).join('\n')}`)
  const bytes = fc.oneof(
    text.map((it) => new TextEncoder().encode(it)),
    fc.uint8Array({ maxLength: 200 }),
  )
  const read = (accounts: Uint8Array) => {
    try {
      return factsOf(accounts).accounts!.length
    } catch (error) {
      return error
    }
  }
  fc.assert(
    fc.property(bytes, (accounts) => {
      const answer = read(accounts)
      if (typeof answer === 'number') expect(answer).toBeGreaterThan(0)
      else expect(answer).toBeInstanceOf(SnapshotFault)
    }),
    { numRuns: 300 },
  )
})

it('of the examples are read', () => {
  const example = (name: string) => readFileSync(`docs/examples/${name}.csv`, 'utf8')
  const { accounts, courses } = factsOf(example('accounts'), example('courses'))
  expect(accounts?.map(({ guest, suspended }) => [guest, suspended])).toEqual([
    ...[
      [true, false],
      [false, false],
      [false, false],
      [false, true],
    ],
  ])
  expect(courses?.map(({ frontpage, visible, ended }) => [frontpage, visible, ended])).toEqual([
    ...[
      [true, true, false],
      [false, true, false],
      [false, false, true],
    ],
  ])
})
