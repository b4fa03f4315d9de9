// Rows that are kept unread must end as if each had been examined: a file with a quote has every row examined.
import { array, assert, boolean, constant, constantFrom, integer, oneof, property, tuple } from 'fast-check'
import { expect, test, vi } from 'vitest'
import { noReference } from '../../src/checking/reference.ts'
import type { Report } from '../../src/checking/report.ts'
import type { Rule } from '../../src/checking/rule.ts'
import { referenceFrom } from '../../src/checking/snapshot.ts'
import { courseEmpty } from '../../src/rules/course-empty.ts'
import { rules } from '../../src/rules/index.ts'
import { checkSample, reference, snapshot } from '../checking/sample.ts'

const runs = { numRuns: 1000 }

const people = (snapshot.accounts as readonly Readonly<Record<string, string>>[]).map(
  ({ username, firstname, lastname, email }) => [username, firstname, lastname, email].join(';'),
)
const anybody = constantFrom(...people)
/** Some cells of the one, the rest of the other. */
const mixed = tuple(anybody, anybody, constantFrom(1, 2, 3), boolean()).map(([one, other, count, isTurned]) => {
  const cells = [...one.split(';').slice(0, count), ...other.split(';').slice(count)]
  return (isTurned ? [cells[0], cells[2], cells[1], cells[3]] : cells).join(';')
})
const strangers = [
  'inconnu1;Élodie;Lecœur;elodie@x.example',
  'USER;Ngọc;Nguyễn;n.n@x.example',
  'e2e;D’Arc;Le Goff;a@b.fr',
]
const usual = constantFrom('M1-BIO-2025;student;TD1;', 'Méca;student;;30', ';;;')
const odd = tuple(
  constantFrom('M1-BIO-2025', 'M1-BIO-2025', 'Méca', 'UE 12 Droit', 'Rien', ''),
  constantFrom('student', 'student', 'teacher', 'Étudiante', ''),
  constantFrom('TD1', '', 'td1', 'TD 9', 'Td 9', '12'),
  constantFrom('', '30', '6 mois'),
).map((cells) => cells.join(';'))
const slot = oneof({ weight: 9, arbitrary: usual }, { weight: 2, arbitrary: odd })
const person = oneof(
  { weight: 6, arbitrary: constantFrom(...people.slice(0, 5)) },
  { weight: 6, arbitrary: anybody },
  { weight: 2, arbitrary: mixed },
  { weight: 1, arbitrary: constantFrom(...strangers) },
)
const row = tuple(person, slot, oneof({ weight: 3, arbitrary: constant(';;;') }, slot)).map((parts) => parts.join(';'))

/** Something in some place of a text, or where some cell starts. */
const change = tuple(
  integer({ min: 0, max: 10_000 }),
  boolean(),
  constantFrom(0, 0, 1, 3),
  constantFrom(
    ...[
      '',
      ' ',
      '  ',
      '\u00A0',
      '\u200B',
      '\t',
      "'",
      '=',
      '@',
      '-',
      '.',
      '..',
      '0',
      'e',
      'E',
      'É',
      'Ã©',
      '\u0301',
      '\\',
    ],
    ...[
      '\n',
      '\r\n',
      '\n\n',
      ';',
      ';;',
      ';;;;;;;;',
      'USERNAME;',
      '<',
      '\u0007',
      '\uFFFD',
      '\u2028',
      '😀',
      'x'.repeat(64),
    ],
  ),
)
const apply = (text: string, [place, inside, taken, put]: readonly [number, boolean, number, string]): string => {
  const starts = Array.from(text.matchAll(/^|(?<=[;\n])/g), ({ index }) => index)
  const at = inside ? place % (text.length + 1) : starts[place % starts.length]!
  return (text.slice(0, at) + put + text.slice(at + taken)).toWellFormed()
}
const body = tuple(array(row, { minLength: 2, maxLength: 8 }), array(change, { maxLength: 4 })).map(([rows, changes]) =>
  changes.reduce(apply, `${rows.join('\n')}\n`),
)

const header = 'username;firstname;lastname;email;course1;role1;group1;enrolperiod1;course2;role2;group2;enrolperiod2\n'
/** The same cells, and one quote. */
const quoted = (text: string): string => `"username"${text.slice('username'.length)}`

/** All that is said of a file, but its hash, and whether a row is there as it was posted. */
const said = (report: Report) => ({
  ...report,
  file: { ...report.file, sha256: '' },
  rejected: report.rejected.map(({ number, cells }) => ({ number, cells })),
  plan: report.plan,
  corrected: report.corrected && { ...report.corrected, bytes: null },
})

const references = [reference, noReference, referenceFrom({ ...snapshot, enrolments: undefined })]

test('a file is told the same whether its rows are examined or kept unread', () => {
  const same = property(body, constantFrom(...references), (text, known) => {
    const [unread, examined] = [header + text, quoted(header + text)].map((each) =>
      checkSample(each, { reference: known }),
    )
    expect(said(unread!)).toEqual(said(examined!))
    expect(Buffer.from(unread!.corrected?.bytes ?? []).toString()).toBe(unread!.corrected?.text ?? '')
  })
  assert(same, runs)
}, 30_000)

test('most rows of a sound file are not examined, and all of one with a quote are', () => {
  const sound = people
    .filter((each) => /^219\d/.test(each))
    .map((each) => `${each};M1-BIO-2025;student;TD1;30;Méca;student;;\n`)
    .join('')
  const timesAsked = (text: string): number => {
    const check = vi.fn<typeof courseEmpty.check>((slot, context) => courseEmpty.check(slot, context))
    const counting = rules.map((rule): Rule => (rule === courseEmpty ? { ...courseEmpty, check } : rule))
    checkSample(text, { rules: counting, reference: noReference })
    return check.mock.calls.length
  }
  expect(timesAsked(header + sound)).toBe(2)
  expect(timesAsked(quoted(header + sound))).toBe(2 * sound.split('\n').slice(1).length)
})
