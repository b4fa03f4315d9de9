import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfiguration } from '../../../src/adapters/configuration/configuration.ts'
import { siteNamed, sites, usualHours } from '../../../src/moodle/sites.ts'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enrol-check-configuration-'))
  path = join(folder, 'enrol-check.yml')
})
afterAll(() => rm(folder, { recursive: true }))

const nothing = { site: undefined, reference: undefined, retention: undefined }
const days = (count: number) => Temporal.Duration.from({ hours: 24 * count })

async function read(text: string, environment: Partial<Parameters<typeof readConfiguration>[1]> = {}) {
  await writeFile(path, text)
  return readConfiguration(path, { ...nothing, ...environment })
}

const faultsIn = (text: string) =>
  read(text).then(
    () => expect.unreachable(),
    (error: unknown) => faultsOf(error as Error),
  )

function faultsOf(error: Error): readonly string[] {
  expect(error).toMatchObject({ name: 'OutsideError', code: 'configuration-invalid' })
  return error.message.replaceAll(`${path}, `, '').split('\n')
}

describe('without a file', () => {
  it('there are the three sites of Caen and the defaults', async () => {
    const nobody = { people: [], group: null }
    const { retention, ...others } = await readConfiguration(undefined, nothing)
    expect(others).toEqual({
      sites,
      language: 'fr',
      emptyDigest: 'line',
      staff: { local: ['staff'], slack: nobody, mattermost: nobody },
      directories: {},
    })
    expect(retention.total('hours')).toBe(30 * 24)
  })

  it.each(['', '# nothing yet\n', 'sites:\nstaff:\nlanguage:\n'])('an empty one says the same: %j', async (text) => {
    expect(await read(text)).toEqual(await readConfiguration(undefined, nothing))
  })

  it('one that is named and not there is missed', async () => {
    const missing = readConfiguration(join(folder, 'no.yml'), nothing)
    await expect(missing).rejects.toMatchObject({ name: 'OutsideError', code: 'configuration-missing' })
  })
})

describe('a file', () => {
  it('changes the hours of a built-in site and leaves the rest', async () => {
    const read1 = await read('sites:\n  - id: ecampus\n    hours: { digest: 09:15 }\n')
    expect(read1.sites).toEqual([{ ...siteNamed('ecampus')!, hours: { ...usualHours, digest: '09:15' } }])
  })

  it('may be JSON, with tabs and a byte-order mark', async () => {
    const text = `\uFEFF${JSON.stringify({ language: 'en', sites: [{ id: 'prelude' }] }, null, '\t')}`
    expect(await read(text)).toMatchObject({ language: 'en', sites: [siteNamed('prelude')!] })
  })

  it('says who is staff, and for how long files are kept', async () => {
    const text = 'retentionDays: 7\nstaff:\n  local: [anne]\n  slack: { people: [U1], group: S1 }\n'
    const { staff, retention } = await read(text)
    expect(staff).toEqual({
      local: ['anne'],
      slack: { people: ['U1'], group: 'S1' },
      mattermost: { people: [], group: null },
    })
    expect(retention.total('hours')).toBe(7 * 24)
  })

  it('names files from its own folder', async () => {
    const text = 'sites:\n  - { id: ecampus, directory: { accounts: a.csv, courses: /data/c.csv } }\n  - id: prelude\n'
    const { directories } = await read(text)
    expect(directories).toEqual({
      ecampus: { snapshot: null, accounts: join(folder, 'a.csv'), courses: '/data/c.csv' },
    })
  })
})

describe('the environment', () => {
  it('wins: the site, its snapshot, and how long files are kept', async () => {
    const text = 'retentionDays: 7\nsites: [{ id: ecampus }, { id: prelude, directory: { snapshot: old.json } }]\n'
    const {
      sites: known,
      directories,
      retention,
    } = await read(text, {
      site: 'prelude',
      reference: 'new.json',
      retention: days(3),
    })
    expect(known.map(({ id }) => id)).toEqual(['prelude', 'ecampus'])
    expect(directories).toEqual({ prelude: { snapshot: 'new.json', accounts: null, courses: null } })
    expect(retention.total('hours')).toBe(3 * 24)
  })

  it('works without a file', async () => {
    const { sites: known, directories } = await readConfiguration(undefined, { ...nothing, reference: 'r.json' })
    expect(known[0].id).toBe('ecampus')
    expect(directories).toEqual({ ecampus: { snapshot: 'r.json', accounts: null, courses: null } })
  })

  it('may name only a site that there is', async () => {
    const refused = readConfiguration(undefined, { ...nothing, site: 'moodle' })
    await expect(refused).rejects.toThrow('SITE is “moodle”, expected one of ecampus, collegium, prelude.')
  })
})

describe('what is wrong', () => {
  it('is told at once, with its line, what is there and what is expected', async () => {
    const text = `language: de
retentionDays: 0
sites:
  - id: ecampus
    hours:
      digest: 8h30
    holidays: [2026-12-25, 2026-02-30]
  - id: Santé
    dayBefore: oui
    roleAliases: { tuteur: 7 }
    timezone: "+02:00"
    uploadLink: "javascript:alert(1)"
staff:
  slack: U1
  local:
    - anne
    - 12
`
    expect(await faultsIn(text)).toEqual([
      'line 1: language is “de”, expected one of fr, en.',
      'line 2: retentionDays is 0, expected a number of days, from 1 to 3650.',
      'line 6: sites[0].hours.digest is “8h30”, expected a time of day such as 08:30.',
      'line 7: sites[0].holidays[1] is “2026-02-30”, expected a day such as 2026-12-25.',
      'line 8: sites[1].id is “Santé”, expected small letters, digits and dashes, such as ecampus.',
      'line 9: sites[1].dayBefore is “oui”, expected true or false.',
      'line 10: sites[1].roleAliases.tuteur is 7, expected the short name of a role, such as student, in quotes.',
      'line 11: sites[1].timezone is “+02:00”, expected a zone such as Europe/Paris.',
      'line 12: sites[1].uploadLink is “javascript:alert(1)”, expected an address that begins with https:// or http://.',
      'line 14: staff.slack is “U1”, expected a mapping with people, group.',
      'line 17: staff.local[1] is 12, expected the id of a person, in quotes.',
    ])
  })

  it.each([
    ['emptydigest: line', 'line 1: emptydigest is not a known key. Did you mean emptyDigest?'],
    ['sites:\n  - id: ecampus\n    hour: {}', 'line 3: sites[0].hour is not a known key. Did you mean hours?'],
    ['staff: { teams: {} }', 'line 1: staff.teams is not a known key. Known here: local, slack, mattermost.'],
    ['__proto__: {}', expect.stringMatching(/^line 1: __proto__ is not a known key\./)],
    ['sites: []', 'line 1: sites is a list, expected a list of sites.'],
    [
      'sites:\n  - id: new',
      expect.stringMatching(/^line 2: sites\[0\]\.name is missing, expected the name of the site/),
    ],
    ['sites:\n  - name: X', expect.stringMatching(/^line 2: sites\[0\]\.id is missing, expected small letters/)],
    [
      'sites:\n  - id: prelude\n  - id: prelude',
      'line 3: sites[1].id is “prelude”, expected an id that no site above has.',
    ],
    [
      'sites: [{ id: ecampus, hours: { from: 19:00 } }]',
      'line 1: sites[0].hours.until is missing, expected a time later than from.',
    ],
    [
      'sites: [{ id: ecampus, directory: { snapshot: a, accounts: b } }]',
      'line 1: sites[0].directory is a mapping, expected either snapshot alone, or accounts, courses or both.',
    ],
    ['sites: [{ id: ecampus, directory: {} }]', expect.stringContaining('expected either snapshot alone')],
    [
      'sites:\n  - id: ecampus\n    roleAliases:\n      Étudiant: student\n      etudiant: teacher',
      'line 5: sites[0].roleAliases.etudiant is “teacher”, expected student, as for the same word above.',
    ],
    [
      'sites: [{ id: ecampus, automatedGroups: ["*"] }]',
      expect.stringContaining('the name of a group, with at most 2 *'),
    ],
    ['sites: [{ id: ecampus, automatedGroups: [a*b*c*d] }]', expect.stringContaining('at most 2 *')],
    ['sites: [{ id: ecampus, automatedGroups: [*auto] }]', 'line 1: A text that begins with * needs quotes: “*auto”.'],
    ['- language: fr', expect.stringMatching(/^line 1: The file is a list, expected a mapping with language/)],
    ['language: fr\n---\nlanguage: en', 'line 2: A second document begins here, expected one.'],
    ['? [language]\n: fr', 'line 1: A key is a list or a mapping, expected a word.'],
    ['language: fr\nlanguage: en', 'line 2: Map keys must be unique.'],
    ['sites:\n\t- id: ecampus', 'line 2: Tabs are not allowed as indentation.'],
  ])('is named in %j', async (text, fault) => {
    expect(await faultsIn(text)).toEqual([fault])
  })
})
