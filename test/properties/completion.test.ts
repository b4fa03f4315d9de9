// Whatever is mended in whichever order, the request ends as the whole file mended at once would: no row lost, none twice.
import { array, assert, boolean, constantFrom, property, record, subarray, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allRows, readCanonical, rowKeys } from '../../src/checking/canonical-rows.ts'
import { type Before, type Completed, checkAfter } from '../../src/checking/completed.ts'
import type { Report } from '../../src/checking/report.ts'
import { rejectedFile } from '../../src/replies/rejected-file.ts'
import { printTable } from '../../src/table/print.ts'
import { checkSample, options, safeFixesOf, snapshot, told } from '../checking/sample.ts'

const runs = { numRuns: 60 }
/** Milliseconds: each case takes up to eight checks. */
const patience = 30_000

/** What each mistake becomes once mended. */
const mending: Readonly<Record<string, string>> = {
  Rien: 'Méca',
  chef: 'student',
  '3 mois': '90',
  oui: '1',
}

const accounts = (snapshot.accounts as readonly Readonly<Record<string, string>>[])
  .filter(({ username }) => /^2190001/.test(username!))
  .map(({ username, firstname, lastname, email }) => [username!, firstname!, lastname!, email!])

const row = tuple(
  constantFrom(...accounts),
  constantFrom('M1-BIO-2025', 'Méca', 'meca', 'UE 12 Droit', 'Rien'),
  constantFrom('student', 'Étudiant', 'teacher', 'chef'),
  constantFrom('', 'TD1', 'Nouveau'),
  constantFrom('', '30', '30 jours', '3 mois'),
  constantFrom('', '0', 'oui'),
).map(([who, ...what]) => [...who, ...what])

const names = [
  'username',
  'firstname',
  'lastname',
  'email',
  'course1',
  'role1',
  'group1',
  'enrolperiod1',
  'enrolstatus1',
]
const french = ['Identifiant', 'Prénom', 'Nom', 'Courriel', 'Cours 1', 'Rôle 1', 'Groupe 1', 'Durée 1', 'Statut 1']

const posted = record({
  rows: array(row, { minLength: 1, maxLength: 8 }),
  header: constantFrom(names, french),
  delimiter: constantFrom(',', ';', '\t'),
  isTurned: boolean(),
})

type Posted = { rows: string[][]; header: string[]; delimiter: ',' | ';' | '\t'; isTurned: boolean }

function written({ rows, header, delimiter, isTurned }: Posted): string {
  return printTable(
    [header, ...rows].map((cells) => (isTurned ? cells.toReversed() : cells)),
    delimiter,
  )
}

const mend = (text: string, words: readonly string[]): string =>
  words.reduce(
    (mended, word) => mended.replace(new RegExp(`(?<=^|[,;\\t])${word}(?=$|[,;\\t])`, 'gm'), mending[word]!),
    text,
  )

const encode = (text: string) => new TextEncoder().encode(text)
const after = (text: string, before: Partial<Before> = {}): Completed =>
  checkAfter(encode(text), options, { good: null, handed: null, ...before })
const bytesOf = (good: Report['corrected']) => (good === null ? null : encode(good.text))

const keysOf = (bytes: Uint8Array | null): readonly string[] => {
  const { columns, rows } = readCanonical(bytes)
  return rows.map(rowKeys(columns))
}
const setOf = (...all: readonly (Uint8Array | null)[]) => [...new Set(all.flatMap(keysOf))].toSorted()

/** Some rows of a corrected text, chosen by a list of truths, as staff would have handed them over. */
function some(bytes: Uint8Array | null, chosen: readonly boolean[]): Uint8Array | null {
  const { columns, rows } = readCanonical(bytes)
  const taken = rows.filter((_, index) => chosen[index % chosen.length])
  return taken.length === 0 ? null : encode(printTable([columns, ...taken], ','))
}

/** Every posted row is in one place: corrected, rejected, dropped or marked as done. */
function expectNothingLost({ report, good, handed }: Completed, before: Partial<Before>): void {
  const { counts, plan, rejected, droppedRows, corrected, verdict } = report
  expect(counts.corrected + counts.rejected + counts.dropped).toBe(counts.rows)
  expect([rejected.length, droppedRows.length, corrected?.rows ?? 0]).toEqual([
    counts.rejected,
    counts.dropped,
    counts.corrected,
  ])
  const planned = new Set(plan.map((entry) => entry.row))
  expect(planned.size).toBe(counts.corrected)
  const places = [...planned, ...droppedRows, ...rejected.map(({ number }) => number)]
  expect(new Set(places).size).toBe(places.length)
  if (handed === 0 && report.file.rows > 0)
    for (let row = 2; row <= report.file.rows + 1; row++) expect(places).toContain(row)
  expect(keysOf(bytesOf(good)).filter((key) => keysOf(before.handed ?? null).includes(key))).toEqual([])
  expect(good).toEqual(corrected)
  expect(verdict === 'partial').toBe(counts.corrected > 0 && counts.rejected > 0)
}

function expectReady({ good }: Completed): void {
  if (good === null) return
  const again = checkSample(good.text)
  expect(told(safeFixesOf(again))).toEqual([])
  expect([again.verdict, again.corrected?.text]).toEqual(['ready', good.text])
}

describe('a request whose rows are mended in two rounds while staff hand over a part', () => {
  const rounds = record({
    posted,
    first: subarray(Object.keys(mending)),
    chosen: tuple(array(boolean(), { minLength: 1, maxLength: 4 }), array(boolean(), { minLength: 1, maxLength: 4 })),
  })

  test(
    'ends as the whole file mended at once',
    () => {
      let completed = 0
      assert(
        property(rounds, ({ posted, first, chosen }) => {
          const text = written(posted)
          const whole = after(mend(text, Object.keys(mending)))
          let now = after(text)
          let handed = some(bytesOf(now.good), chosen[0])
          for (const words of [first, Object.keys(mending)]) {
            const remainder = rejectedFile(now.report, 'fr')
            if (remainder === null) break
            const before = { good: bytesOf(now.good), handed }
            now = after(mend(remainder, words), before)
            expect(now.completes).toBe(true)
            expectNothingLost(now, before)
            expectReady(now)
            if (words === first) {
              const more = some(bytesOf(now.good), chosen[1])
              const all = [handed, more].filter((each) => each !== null)
              handed = all.length === 0 ? null : all.reduce((one, other) => allRows(one, other))
            }
          }
          if (now.report.rejected.length > 0) return
          expect(setOf(bytesOf(now.good), handed)).toEqual(setOf(bytesOf(whole.good)))
          if (now.completes) completed++
        }),
        runs,
      )
      expect(completed).toBeGreaterThan(runs.numRuns / 2)
    },
    patience,
  )

  test(
    'hands over no row of a new version that was handed over before',
    () => {
      assert(
        property(rounds, ({ posted, chosen }) => {
          const text = written(posted)
          const handed = some(bytesOf(after(text).good), chosen[0])
          const mended = mend(text, Object.keys(mending))
          const [whole, now] = [after(mended), after(mended, { handed })]
          expectNothingLost(now, { handed })
          expectReady(now)
          expect(setOf(bytesOf(now.good), handed)).toEqual(setOf(bytesOf(whole.good)))
        }),
        runs,
      )
    },
    patience,
  )
})
