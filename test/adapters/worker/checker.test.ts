import { afterAll, describe, expect, it } from 'vitest'
import { createChecker } from '../../../src/adapters/worker/checker.ts'
import { siteNamed } from '../../../src/moodle/sites.ts'
import type { CheckRequest } from '../../../src/ports/checker.ts'
import { nothingKnown } from '../../../src/ports/directory.ts'
import { inlineChecker } from '../../fakes/checker.ts'
import { directoryOf } from '../../fakes/directory.ts'

const checker = createChecker({ maxRows: 5_000, maxBytes: 1_000_000 })
afterAll(() => checker.stop())

const request: CheckRequest = {
  name: 'liste.csv',
  site: siteNamed('ecampus')!,
  known: nothingKnown,
  today: Temporal.PlainDate.from('2026-11-23'),
  asker: { language: 'fr', revision: 1, before: null, full: false, request: null },
  before: { good: null, handed: null },
}

/** That many people, `wrong` of them with a role that nobody knows. */
function fileOf(rows: number, wrong = 0): Uint8Array {
  const lines = Array.from({ length: rows }, (_, n) => {
    const username = String(21900000 + n)
    return `${username},Camille,Martin,${username}@etu.univ.example,M1-BIO-2025,${n < wrong ? 'chef' : 'student'}`
  })
  return new TextEncoder().encode(`username,firstname,lastname,email,course1,role1\n${lines.join('\n')}\n`)
}

describe('a file of 2,000 rows', () => {
  const bytes = Buffer.from(fileOf(2_000, 3))

  it('is checked in the other thread just as here, without taking the bytes away', async () => {
    const answer = await checker.check(bytes, request, () => undefined)
    expect(answer).toEqual(await inlineChecker.check(bytes, request, () => undefined))
    expect(answer.counts).toMatchObject({ rows: 2_000, rejected: 3 })
    expect(bytes.length).toBeGreaterThan(64 * 1024)
    const names = answer.reply.files.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['liste.a-revoir.csv', 'liste.annote.xlsx']))
  })

  it('is checked against what is known', async () => {
    const known = await directoryOf(['21900005']).about('ecampus')
    const answer = await checker.check(bytes, { ...request, known }, () => undefined)
    expect(answer.counts.corrected).toBe(1)
    const elsewhere = { ...request, site: siteNamed('prelude')! }
    expect((await checker.check(bytes, elsewhere, () => undefined)).counts.corrected).toBe(1_997)
    const again = await checker.check(bytes, { ...request, known }, () => undefined)
    expect(again.counts.corrected).toBe(1)
  })

  it('is checked for a site that no other thread knows of', async () => {
    const site = { ...siteNamed('ecampus')!, id: 'sante', roleAliases: { chef: 'manager' }, automatedGroups: /^AUTO/u }
    const answer = await checker.check(bytes, { ...request, site }, () => undefined)
    expect(answer.counts).toMatchObject({ rows: 2_000, rejected: 0 })
    expect(answer).toEqual(await inlineChecker.check(bytes, { ...request, site }, () => undefined))
  })

  it('tells how far it is', async () => {
    const parts: number[] = []
    await checker.check(fileOf(4_900), request, (part) => parts.push(part))
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.every((part) => part > 0 && part <= 1)).toBe(true)
  })
})

it('checks a small file here, where nothing is reported on the way', async () => {
  const answer = await checker.check(fileOf(10, 1), request, () => expect.unreachable())
  expect(answer.counts).toMatchObject({ rows: 10, rejected: 1 })
})

it('checks a small file in the other thread when much came before it, and takes nothing away', async () => {
  const before = { good: Buffer.from(fileOf(2_000)), handed: Buffer.from(fileOf(500)) }
  const mended = new TextDecoder().decode(fileOf(2_003)).split('\n').slice(-4).join(',\n')
  const posted = new TextEncoder().encode(`username,firstname,lastname,email,course1,role1,problem\n${mended}`)
  const answer = await checker.check(posted, { ...request, before }, () => undefined)
  expect(answer).toEqual(await inlineChecker.check(posted, { ...request, before }, () => undefined))
  expect(answer).toMatchObject({ completes: true, handed: 500, counts: { rows: 1_503, corrected: 1_503 } })
})

it.each([
  ['rows', fileOf(5_001)],
  ['bytes', new Uint8Array(1_000_001).fill(0x61)],
])('refuses a file with too many %s', async (_, bytes) => {
  const answer = await checker.check(bytes, request, () => undefined)
  expect(answer).toMatchObject({ verdict: 'blocked', isForeign: false, reply: { files: [] } })
})
