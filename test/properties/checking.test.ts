// What holds of the report on any file: any bytes, and files made of the words of the site with every kind of noise.
import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  oneof,
  property,
  record,
  string,
  tuple,
  uint8Array,
} from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printRow } from '../../src/table/print.ts'
import type { Delimiter } from '../../src/table/table.ts'
import { checkSample, snapshot } from '../checking/sample.ts'
import { expectSound } from '../checking/sound.ts'

const runs = { numRuns: 1000 }
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

type Named = Readonly<Record<string, string>>
const listOf = (name: string) => snapshot[name] as readonly (Named & { readonly groups?: readonly Named[] })[]

const accounts = listOf('accounts')
  .filter(({ username }) => /^(219|martinj|durand|nguyen|legoff|nouveau1|saml|admin)/.test(username!))
  .map(({ username, firstname, lastname, email }) => [username!, firstname!, lastname!, email!])
const courses = listOf('courses').map(({ shortname }) => shortname!)
const groups = listOf('courses').flatMap((course) => (course.groups ?? []).map(({ name }) => name!))
const roles = listOf('roles').map(({ shortname }) => shortname!)

const noise = constantFrom(
  ...[
    '',
    '',
    ' ',
    '\u00A0',
    '\u202F',
    '\u200B',
    '\uFEFF',
    '\t',
    '\n',
    '"',
    "'",
    '\\',
    '=',
    '-',
    ',',
    ';',
    '\0',
    '\u0301',
  ],
  ...['\u2028', '\u0085', '\u001A', 'Ã©', '\uFFFD', '0', 'x', '😀'],
)
const respelt = constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  (text) => text.replaceAll(' ', '\u00A0'),
  (text) => text.replaceAll('-', '–'),
  (text) => `="${text}"`,
  (text) => `'${text}`,
)
/** Mostly the words themselves, sometimes spelt otherwise, sometimes with something before or after. */
const near = (words: readonly string[]) =>
  oneof(
    { weight: 40, arbitrary: constantFrom(...words) },
    { weight: 2, arbitrary: tuple(constantFrom(...words), respelt).map(([word, change]) => change(word)) },
    { weight: 1, arbitrary: tuple(noise, constantFrom(...words), noise).map((parts) => parts.join('')) },
  )

const cellOf: Readonly<Record<string, ReturnType<typeof near>>> = {
  course: near([
    ...courses,
    ...Array.from({ length: 60 }, (_, i) => ['M1-BIO-2025', 'Méca', 'UE 12 Droit'][i % 3]!),
    'Rien',
    '',
  ]),
  role: near([...roles, ...Array.from({ length: 60 }, () => 'student'), 'Étudiant', 'Enseignante', '5', '']),
  group: near([...groups, 'TD1', 'TD 9', 'TD1;TD2', '12', '1e3', '']),
  enrolperiod: near(['', '30', '0', '30 jours', '1 000', '1,000', '3 mois', '9999', '2027-06-30']),
  enrolstatus: near(['', '0', '1', 'actif', 'Suspendue', 'oui']),
  enroltimestart: near(['', '2027-01-15', '15/01/2027', '05/01/2027', '2026-09-01', '2027-02-31']),
  other: near(['x', '', '1']),
}

const oneColumn = constantFrom(
  ...['group1', 'groupe1', 'enrolperiod1', 'Durée1', 'enrolstatus1', 'enroltimestart1', 'Téléphone', 'city', 'Statut'],
  ...['suspended', 'cohort', 'type', 'profile_field_x', ''],
)
const odd = constantFrom('deleted', 'role3', 'group2', 'Courriel', 'enrollperiod1', 'course02', 'role99')
const columns = array(
  oneof(
    { weight: 5, arbitrary: oneColumn.map((name) => [name]) },
    { weight: 3, arbitrary: constantFrom(['course2', 'role2'], ['course3', 'role3', 'group3'], ['Cours 4', 'Rôle 4']) },
    { weight: 1, arbitrary: odd.map((name) => [name]) },
  ),
  { maxLength: 2 },
).map((extra) => [...new Set(extra.flat())])
const titled = constantFrom<(name: string) => string>(
  ...Array.from({ length: 6 }, () => (name: string) => name),
  (name) => name.toUpperCase(),
  (name) => ` ${name}`,
  (name) => name.replace(/1$/, ' 1'),
)

/** A header and rows of it: the six columns in any order, some others, a person of the site in most rows. */
const table = tuple(columns, titled, boolean()).chain(([extra, title, isTurned]) => {
  const names = ['username', 'firstname', 'lastname', 'email', 'course1', 'role1', ...extra]
  const fieldOf = (name: string) =>
    /^Cours /.test(name) ? 'course' : /^Rôle /.test(name) ? 'role' : (/^[a-z]+(?=\d)/.exec(name)?.[0] ?? 'other')
  const spelling = oneof({ weight: 6, arbitrary: constant((text: string) => text) }, { weight: 1, arbitrary: respelt })
  const person = tuple(constantFrom(...accounts), spelling, constantFrom('', '', '', '', '', '', ' ', 'x')).map(
    ([[username, firstname, lastname, email], respell, tail]) => [
      respell(username!),
      firstname!,
      lastname!,
      email! + tail,
    ],
  )
  const others = tuple(...names.slice(4).map((name) => cellOf[fieldOf(name)] ?? cellOf.other!))
  const row = tuple(person, others).map(([who, what]) => [...who, ...what])
  const turn = <T>(list: readonly T[]): readonly T[] => (isTurned ? list.toReversed() : list)
  return array(row, { minLength: 1, maxLength: 6 }).map((rows) => [names.map(title), ...rows].map(turn))
})

const plain = { delimiter: ',', end: '\n', mark: '', above: '', below: '', quotes: false } as const
const oddLayout = record({
  delimiter: constantFrom<Delimiter>(',', ',', ';', '\t', ':', '|'),
  end: constantFrom('\n', '\r\n', '\r', '\n\n', '\u2028'),
  mark: constantFrom('', '', '\uFEFF'),
  above: constantFrom('', '', '', 'sep=', 'Liste des inscrits', 'Cours;M1'),
  below: constantFrom('', '', ',,,', '   ', '# note', '\u001A'),
  quotes: boolean(),
})

const layout = oneof(constant(plain), oddLayout)

const written = tuple(table, layout).map(([rows, { delimiter, end, mark, above, below, quotes }]) => {
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)
  const lines = rows.map((cells) => (quotes ? quoted(cells) : printRow(cells, delimiter)))
  const first = above === 'sep=' ? [`sep=${delimiter}`] : above === '' ? [] : [above]
  return mark + [...first, ...lines, ...(below === '' ? [] : [below])].join(end) + end
})

const twice = tuple(written, boolean()).map(([text, again]) => (again ? text + (text.split('\n').at(-2) ?? '') : text))
const nearlyValid = twice.map(encode)

describe('any bytes', () => {
  const anyBytes = oneof(
    uint8Array({ maxLength: 400 }),
    string({ unit: 'binary', maxLength: 200 }).map(encode),
    tuple(constant('username,firstname,lastname,email,course1,role1\n'), string({ unit: 'binary' })).map((parts) =>
      encode(parts.join('')),
    ),
    tuple(nearlyValid, uint8Array({ maxLength: 3 })).map(([bytes, tail]) => Uint8Array.from([...bytes, ...tail])),
  )

  test('get a sound report', () => {
    assert(
      property(anyBytes, (bytes) => expectSound(checkSample(bytes), bytes)),
      runs,
    )
  })
})

describe('a file made of the words of the site', () => {
  test('gets a sound report: nothing lost, nothing promised that is not written, and good once corrected', () => {
    const verdicts: string[] = []
    const sound = property(nearlyValid, (bytes) => {
      const report = checkSample(bytes)
      verdicts.push(report.verdict)
      expectSound(report, bytes)
    })
    assert(sound, runs)
    for (const verdict of ['ready', 'corrected', 'partial', 'blocked'])
      expect(verdicts.filter((each) => each === verdict).length, verdict).toBeGreaterThan(0)
  })

  test('keeps byte for byte the rows of which nothing is said, where the separator and the columns stay', () => {
    let kept = 0
    const untouched = property(table, constantFrom<Delimiter>(',', ';'), (rows, delimiter) => {
      const lines = rows.map((cells) => printRow(cells, delimiter))
      const { corrected, problems, plan, verdict } = checkSample(`${lines.join('\n')}\n`)
      if (corrected === null || problems.some(({ row, fix }) => row === 1 && fix?.value === null)) return
      expect(corrected.delimiter).toBe(delimiter)
      const repaired = new Set(problems.flatMap(({ row, fix }) => (fix?.safety === 'safe' ? [row] : [])))
      const after = corrected.text.split('\n')
      for (const { row } of plan) {
        if (repaired.has(row) || lines.some((line) => line.includes('\n'))) continue
        // A mark at the very end is the end mark of the file, which is said of the file and not of the row.
        expect(after).toContain(lines[row - 1]?.replace(/\u001A+$/, ''))
        kept++
      }
      if (verdict === 'ready') expect(corrected.text).toBe(`${lines.join('\n')}\n`)
    })
    assert(untouched, runs)
    expect(kept).toBeGreaterThan(50)
  })
})
