// The pages that a reviewer reads: what people really get, from real files, through the real rules.
import { describe, expect, test } from 'vitest'
import { standingOf } from '../../src/batches/standing.ts'
import type { Completed } from '../../src/checking/completed.ts'
import type { Report } from '../../src/checking/report.ts'
import { languages } from '../../src/moodle/language.ts'
import { sites } from '../../src/moodle/sites.ts'
import { answerTo } from '../../src/replies/answer.ts'
import { fullReport } from '../../src/replies/full-report.ts'
import { remembered } from '../../src/replies/remembered.ts'
import { reportReply } from '../../src/replies/report-reply.ts'
import { type RequestFacts, requestView } from '../../src/replies/request-view.ts'
import { markdown } from '../fakes/markdown.ts'
import { checked, checkedAfter, checkedBlindly, site, student } from '../fakes/site.ts'

const columns = ['username', 'firstname', 'lastname', 'email', 'course1', 'role1']
type Cells = readonly string[]
const csv = (rows: readonly Cells[], separator = ',') => `${rows.map((cells) => cells.join(separator)).join('\n')}\n`
const students = (count: number, ...rest: readonly string[]): Cells[] =>
  Array.from({ length: count }, (_, index) => [...student(index), ...rest])
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** Rows of a class with the given rows changed, by their number in the spreadsheet. */
function withChanges(rows: readonly Cells[], changes: Readonly<Record<number, (cells: Cells) => Cells>>): Cells[] {
  return rows.map((cells, index) => changes[index + 2]?.(cells) ?? cells)
}
const replace = (column: number, value: string) => (cells: Cells) => cells.with(column, value)

const good = csv([columns, ...students(42, 'M1-BIO-2025', 'student')])

const french = ['Identifiant', 'Prénom', 'Nom', 'Courriel', 'Cours 1', 'Rôle']
const byHand = withChanges(students(42, 'M1-BIO-2025', 'student'), {
  ...Object.fromEntries([2, 3, 4, 5].map((row) => [row, replace(5, 'Étudiant')])),
  ...Object.fromEntries([7, 8, 9, 20, 21].map((row) => [row, (cells: Cells) => cells.with(2, `${cells[2]} `)])),
})

const several = withChanges(
  [
    ...students(25, 'M1-BIO-2025', 'student', ''),
    ...students(37, 'M2-ECO-2025', 'student', '').slice(25),
    ...students(42, 'L3-DROIT-2025', 'editingteacher', '').slice(37),
  ],
  {
    ...Object.fromEntries([2, 3, 4, 5].map((row) => [row, replace(5, 'Étudiant')])),
    ...Object.fromEntries([12, 13, 14, 15, 16, 17, 18].map((row) => [row, replace(6, 'TD 4')])),
    7: replace(0, '21950998'),
    10: replace(3, 'anais.garcon@example.org'),
    19: replace(0, '21951733'),
    28: () => [...student(22), 'M1-BIO-2025', 'student', ''],
    30: replace(4, 'M1 BIOLOGIE'),
  },
)

/** Everything at once: more kinds than a reply has lines. */
const messy = withChanges(students(60, 'M1-BIO-2025', 'student', '', '', ''), {
  2: replace(0, ''),
  3: replace(0, '2,19E+07'),
  4: replace(0, 'inconnu'),
  5: replace(4, 'CHIMIE'),
  6: replace(4, ''),
  7: replace(5, 'chef'),
  8: replace(5, ''),
  9: replace(6, '12'),
  10: replace(7, '3 mois'),
  11: replace(8, 'peut-être'),
  12: replace(1, '=1+1'),
  13: replace(2, ''),
  14: replace(3, 'pas-un-courriel'),
  15: replace(7, '0'),
  16: replace(6, 'TD1;TD2'),
})

/** Nobody of these names has an account yet. */
const newcomers: readonly Cells[] = ['nouveau-a', 'nouveau-b'].map((username) => [
  username,
  'Noé',
  'Nouveau',
  `${username}@etu.univ-exemple.example`,
  'M1-BIO-2025',
  'student',
])

const reports: Readonly<Record<string, Report>> = {
  ready: checked(good, 'liste.csv'),
  corrected: checked(latin1(csv([french, ...byHand], ';')), 'liste.csv'),
  partial: checked(csv([[...columns, 'group1'], ...several], ';'), 'liste.csv'),
  'partial-long': checked(csv([[...columns, 'group1', 'enrolperiod1', 'enrolstatus1'], ...messy], ';'), 'liste.csv'),
  blocked: checked(csv([columns.slice(0, 5), ...students(42, 'M1-BIO-2025')]), 'liste.csv'),
  'blocked-columns': checked(csv([['Identifiant', 'Prénom', 'Téléphone'], ...students(3)]), 'liste.csv'),
  'blocked-rows': checked(csv([columns, ...students(3, 'M1-BIO-2025', 'studnet')]), 'liste.csv'),
  unreadable: checked('<!doctype html><html><body><table></table></body></html>', 'liste.csv'),
  'nothing-verified': checkedBlindly(good, 'liste.csv'),
}

/** What came back mended, and what staff had marked as done by then. */
const encode = (text: string) => new TextEncoder().encode(text)
const columnsOfRemainder = [...columns, 'group1', 'problem']
const first = reports.partial!
const goodBefore = encode(first.corrected!.text)
const handedBefore = encode(`${first.corrected!.text.split('\n').slice(0, 31).join('\n')}\n`)
const mended = (...rows: readonly Cells[]) => csv([columnsOfRemainder, ...rows], ';')
const mendedRows = [
  [...student(5), 'M1-BIO-2025', 'student', '', ''],
  [...student(17), 'M1-BIO-2025', 'student', 'TD 1', ''],
  [...student(28), 'M1-BIO-2025', 'student', '', ''],
]
const stillWrong = [...student(28), 'M1 BIOLOGY', 'student', '', 'Cours introuvable']
const remainder = 'liste.a-revoir.csv'

const completions: Readonly<Record<string, Completed>> = {
  completed: checkedAfter(mended(...mendedRows), remainder, { good: goodBefore, handed: null }),
  'completed-in-part': checkedAfter(mended(...mendedRows.with(2, stillWrong)), remainder, {
    good: goodBefore,
    handed: handedBefore,
  }),
  'completed-after-handing-over': checkedAfter(mended(...mendedRows), remainder, {
    good: goodBefore,
    handed: goodBefore,
  }),
  'completed-clash': checkedAfter(mended([...student(1), 'M1-BIO-2025', 'teacher', '', '']), remainder, {
    good: goodBefore,
    handed: handedBefore,
  }),
  'completed-faulty': checkedAfter(mended(...mendedRows).replace('role1', 'rolle1'), remainder, {
    good: goodBefore,
    handed: null,
  }),
  'new-version-after-handing-over': checkedAfter(good, 'liste.csv', {
    good: null,
    handed: encode(`${good.split('\n').slice(0, 40).join('\n')}\n`),
  }),
  'handed-over-but-one': checkedAfter(good.replace('21900110', '21990110'), 'liste.csv', {
    good: null,
    handed: encode(good.replace(/^21900110.*\n/m, '')),
  }),
  'all-handed-over': checkedAfter(good, 'liste.csv', { good: null, handed: encode(good) }),
}

/** A Monday morning, when the snapshot is of two days ago. */
const now = '2026-11-23T09:00:00Z'
const facts = { accounts: null, now, takenAt: '2026-11-21T21:30:00Z', sites }

const young = checked(csv([columns, ...students(40, 'M1-BIO-2025', 'student'), ...newcomers]), 'liste.csv')
const byHandOnly = withChanges(students(4, 'M1-BIO-2025', 'student'), { 3: replace(5, 'Étudiant') })
const unverified = reports['nothing-verified']!
/** What waits, and for what. */
const waits: Readonly<Record<string, readonly [Report, RequestFacts]>> = {
  'on-hold': [young, { ...facts, takenAt: '2026-11-21T10:00:00Z' }],
  'on-hold-repaired': [checkedBlindly(csv([columns, ...byHandOnly]), 'liste.csv'), { ...facts, takenAt: null }],
  'on-hold-answered-new': [unverified, { ...facts, takenAt: null, accounts: 'new' }],
  'on-hold-answered-unsure': [unverified, { ...facts, takenAt: null, accounts: 'unsure' }],
  'answered-old': [unverified, { ...facts, takenAt: null, accounts: 'old' }],
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.keys(completions))('%s', async (name) => {
    const { reply, change } = answerTo(completions[name]!, site, {
      language,
      revision: 2,
      before: remembered(first),
      full: false,
      request: facts,
    })
    const shown = { ...reply, files: reply.files.filter(({ type }) => type === 'text/csv') }
    const page = [shown, change!].map(markdown).join('\n---\n\n')
    await expect(page).toMatchFileSnapshot(`../golden/replies/${name}.${language}.md`)
  })

  test.each(Object.keys(reports))('%s', async (name) => {
    const report = reports[name]!
    const request = requestView(facts, standingOf(report), site)
    const page = markdown(reportReply(report, { language, site, request }))
    await expect(page).toMatchFileSnapshot(`../golden/replies/${name}.${language}.md`)
  })

  test.each(Object.keys(waits))('%s', async (name) => {
    const [report, known] = waits[name]!
    const request = requestView(known, standingOf(report), site)
    const page = markdown(reportReply(report, { language, site, request }))
    await expect(page).toMatchFileSnapshot(`../golden/replies/${name}.${language}.md`)
  })

  test.each(['partial', 'blocked'])('the full report, %s', async (name) => {
    const page = fullReport(reports[name]!, { language, site })
    await expect(page).toMatchFileSnapshot(`../golden/replies/full-report-${name}.${language}.txt`)
  })
})
