// What the bytes, the layout and the header decide for the whole file (policy, "File", "Header" and "Row shape").
import { describe, expect, test } from 'vitest'
import { file } from '../../src/rules/examples.ts'
import { latin1 } from '../../src/rules/values.ts'
import { checkSample, errorsOf } from '../checking/sample.ts'
import { brief, people } from './tester.ts'

const said = (text: string | Uint8Array) => {
  const report = checkSample(text)
  const spoken = report.problems.filter(({ code }) => code !== 'few-people' && code !== 'site-prerequisite')
  return [report.verdict, ...spoken.map((problem) => `${problem.row ?? 'file'}: ${brief(problem)}`)]
}

const good = file({})
const two = file({}, people.tom)
const [header = '', row = '', tom = ''] = two.split('\n')
const utf16 = (text: string, first: 0 | 1) =>
  Uint8Array.from(
    Array.from(text).flatMap((letter) =>
      first
        ? [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]
        : [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255],
    ),
  )
const converted = (encoding: string) => ['corrected', `file: info encoding-converted → "utf-8"`, encoding]

describe('bytes', () => {
  test.each<[string, string | Uint8Array, string[]]>([
    ['as they should be', good, ['ready']],
    ['a mark', `\uFEFF${good}`, ['ready']],
    ['two marks', `\uFEFF\uFEFF${good}`, ['corrected', 'file: info bom-repeated → null']],
    ['a mark below an empty line', `\n\uFEFF${good}`, ['corrected', '1: info header-spelling → "username"']],
    ['CRLF', good.replaceAll('\n', '\r\n'), ['ready']],
    ['CR', good.replaceAll('\n', '\r'), ['ready']],
    ['empty lines', `\n\n${good.replaceAll('\n', '\n\r\n\n')}`, ['ready']],
    ['U+2028', good.replaceAll('\n', '\u2028'), ['corrected', 'file: warning line-ends-unusual → null']],
    ['Ctrl-Z', `${good}\u001A`, ['corrected', 'file: info end-mark → null']],
    ['Ctrl-Z on its line', `${good}\u001A\r\n`, ['corrected', 'file: info end-mark → null']],
    ['U+2028 in a cell', good.replace('ï', 'ï\u2028'), ['corrected', '2: warning control-characters → "Anaïs"']],
    ['a NUL in the header', good.replace('email', 'em\0ail'), ['corrected', '1: info header-spelling → "email"']],
    ['Windows-1252', latin1(good), converted('windows-1252').slice(0, 2)],
    ['UTF-16, little end first', utf16(good, 1), converted('utf-16le').slice(0, 2)],
    ['UTF-16, big end first', utf16(`\uFEFF${good}`, 0), converted('utf-16be').slice(0, 2)],
    ['nothing', '', ['unreadable', 'file: error file-unreadable']],
    ['blanks', ' \n\t\n', ['unreadable', 'file: error file-unreadable']],
    ['many controls', `${good}${'\0\u0001'.repeat(50)}`, ['unreadable', 'file: error file-unreadable']],
    ['a page', `<!doctype html><table>${good}`, ['unreadable', 'file: error file-unreadable']],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })
})

describe('lines and separators', () => {
  const semi = good.replaceAll(',', ';')
  const title = (titles: string) => `${titles}\n${good}`
  test.each<[string, string, string[]]>([
    ['semicolons', semi, ['ready']],
    ['tabs', good.replaceAll(',', '\t'), ['ready']],
    ['colons', good.replaceAll(',', ':'), ['ready']],
    ['bars', good.replaceAll(',', '|'), ['corrected', 'file: info separator-unusual → ","']],
    ['sep=;', `sep=;\n${semi}`, ['corrected', 'file: info separator-line → null']],
    ['sep= that lies', `sep=;\n${good}`, ['corrected', 'file: info separator-line → null']],
    [
      'sep= and a title',
      `sep=;\nListe\n${semi}`,
      ['corrected', 'file: info separator-line → null', 'file: warning title-lines → null'],
    ],
    ['a title', title('Inscriptions M1'), ['corrected', 'file: warning title-lines → null']],
    ['a title with a header word', title('Cours,M1-BIO'), ['corrected', 'file: warning title-lines → null']],
    ['a title with another separator', title('Cours;M1-BIO'), ['corrected', 'file: warning title-lines → null']],
    ['a quoted line each', good.replace(/^.+$/gm, '"$&"'), ['corrected', 'file: warning lines-quoted-whole → null']],
    ['a quoted row', `${header}\n"${row}"\n`, ['blocked', '2: error row-lone-cell']],
    ['no header', `${row}\n${tom}\n`, ['blocked', 'file: error header-missing']],
    ['a header alone', `${header}\n`, ['blocked', 'file: error rows-none']],
    [
      'rows of another separator',
      `${header}\n${row.replaceAll(',', ';')}\n${tom}\n`,
      ['blocked', 'file: error separator-mixed'],
    ],
    [
      'a header of another separator',
      `${header.replaceAll(',', '\t')}\n${row}\n`,
      ['blocked', 'file: error separator-mixed'],
    ],
    ['a quote never closed', good.replace('Garçon', '"Garçon'), ['blocked', 'file: error quote-unclosed']],
    ['text after a quote', good.replace('Garçon', '"Gar"çon'), ['blocked', 'file: error quote-followed-by-text']],
    ['blanks around quotes', good.replace('Garçon', ' "Garçon" '), ['ready', 'file: info quotes-loose → null']],
    ['quotes inside a cell', good.replace('Garçon', 'Gar"çon'), ['ready', 'file: info quotes-loose → null']],
    ['needless quotes', good.replace('Garçon', '"Garçon"'), ['ready']],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test('the separator is kept if it is a comma or a semicolon', () => {
    const written = (text: string) => checkSample(text).corrected?.delimiter
    expect([',', ';', '\t', ':', '|'].map((it) => written(good.replaceAll(',', it)))).toEqual([',', ';', ',', ',', ','])
  })

  test('rows are numbered as a spreadsheet does', () => {
    const rows = (text: string) => checkSample(text).plan.map((it) => it.row)
    expect(rows(two)).toEqual([2, 3])
    expect(rows(`\n${two.replaceAll('\n', '\n\n')}`)).toEqual([2, 3])
    expect(rows(`sep=,\n${two}`)).toEqual([2, 3])
    expect(rows(`Inscriptions\n${two}`)).toEqual([3, 4])
    expect(rows(`${header}\n${row.replace('Anaïs', '"Anaïs\nMarie"')}\n${tom}\n`)).toEqual([2, 3])
  })
})

describe('a column', () => {
  const spelt = (name: string) => `1: info header-spelling → "${name}"`
  const meant = (name: string) => `1: error header-misspelt ? "${name}"`
  const renamed = (from: string, to: string) => good.replace(from, to)
  test.each<[string, string, string[]]>([
    ['case', renamed('username', 'UserName'), ['corrected', spelt('username')]],
    ['blanks', renamed('username', ' username\u00A0'), ['corrected', spelt('username')]],
    ['a zero-width blank', renamed('email', 'e\u200Bmail'), ['corrected', spelt('email')]],
    ['no number', renamed('course1', 'course'), ['corrected', spelt('course1')]],
    [
      'French, no number',
      renamed('course1', 'Cours').replace('role1', 'Rôle'),
      ['corrected', spelt('course1'), spelt('role1')],
    ],
    ['course 1', renamed('course1', 'course 1'), ['corrected', spelt('course1')]],
    ['course_1', renamed('course1', 'course_1'), ['corrected', spelt('course1')]],
    ['cours 1', renamed('course1', 'cours 1'), ['corrected', '1: info header-alias → "course1"']],
    [
      'course01 and role01',
      renamed('course1', 'course01').replace('role1', 'role01'),
      ['corrected', spelt('course1'), spelt('role1')],
    ],
    [
      'course 01 and Rôle 01',
      renamed('course1', 'course 01').replace('role1', 'Rôle 01'),
      ['corrected', spelt('course1'), spelt('role1')],
    ],
    ['course01 and role1', renamed('course1', 'course01'), ['blocked', '1: error column-numbers-unpaired ? "course1"']],
    [
      'two courses without a number',
      renamed('course1', 'course').replace('role1', 'role1,course2'),
      ['blocked', meant('course1')],
    ],
    ['course beside course1', renamed('role1', 'role1,course'), ['blocked', meant('course1')]],
    ['a slip', renamed('username', 'usernmae'), ['blocked', meant('username')]],
    ['a slip in French', renamed('firstname', 'Prénon'), ['blocked', meant('firstname')]],
    [
      'a slip that would change a digit',
      renamed('role1', 'role1,group'.replace('group', 'groupe9x')),
      ['corrected', '1: warning column-unknown → null', '2: info cells-missing-optional → ""'],
    ],
    ['missing', renamed(',email', ''), ['blocked', '1: error column-missing']],
    ['twice, differing', file({ Courriel: 'x@y.example' }), ['blocked', '1: error header-duplicate']],
    [
      'twice, the same',
      file({ Courriel: 'anais.garcon@etu.univ-exemple.example' }),
      ['corrected', '1: warning column-repeated → null'],
    ],
    ['unnamed and empty', good.replaceAll('\n', ',\n'), ['corrected', '1: info column-unnamed → null']],
    ['unnamed and filled', `${header},\n${row},absent\n`, ['corrected', '1: warning column-unnamed-filled → null']],
    ['unknown', file({ Téléphone: '02' }), ['corrected', '1: warning column-unknown → null']],
    [
      'near a short word only',
      file({ Stage: 'oui', Jours: '2' }),
      ['corrected', '1: warning column-unknown → null', '1: warning column-unknown → null'],
    ],
    ['suspended', file({ suspended: '1' }), ['corrected', '1: warning column-acting → null']],
    ['cohort1', file({ cohort1: 'L1' }), ['corrected', '1: warning column-acting → null']],
    ['cohort', file({ cohort: 'L1' }), ['corrected', '1: warning column-acting → null']],
    ['type', file({ type: '1' }), ['corrected', '1: warning column-acting → null']],
    ['category 2', file({ 'category 2': 'x' }), ['corrected', '1: warning column-acting → null']],
    ['profile_field_x', file({ profile_field_x: '1' }), ['corrected', '1: warning column-acting → null']],
    ['city', file({ city: 'Caen' }), ['corrected', '1: info column-ignored → null']],
    ['deleted 0', file({ deleted: '0' }), ['corrected', '1: warning column-forbidden-empty → null']],
    [
      'deleted 1',
      file({ deleted: '1' }),
      ['blocked', '1: warning column-forbidden-empty → null', '2: error column-forbidden'],
    ],
    [
      'sysrole',
      file({ sysrole: 'manager' }),
      ['blocked', '1: warning column-forbidden-empty → null', '2: error column-forbidden'],
    ],
    ['a role without its course', file({ role2: 'student' }), ['blocked', '1: error column-without-course']],
    [
      'a role and a group without their course',
      file({ role2: 'student', group2: 'x' }),
      ['blocked', '1: error column-without-course'],
    ],
    ['a gap', file({ course7: 'Méca', role7: 'student' }), ['ready']],
    ['course0', file({ course0: 'Méca', role0: 'student' }), ['ready']],
    [
      'a number too long to count with',
      file({ course9999999999999999: 'Méca' }),
      ['corrected', '1: warning column-unknown → null'],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test('what is left out is not written', () => {
    const written = (text: string) => checkSample(text).corrected?.text.split('\n')[0]
    for (const name of [
      'suspended',
      'cohort',
      'type',
      'city',
      'Téléphone',
      'deleted',
      'password',
      'id',
      'interests',
      'cohort2',
    ])
      expect(written(file({ [name]: '0' }))).toBe(header)
  })

  test('every mandatory column is missed by its name', () => {
    for (const name of header.split(',')) {
      const without = good
        .split('\n')
        .map((line) => line.split(',').toSpliced(header.split(',').indexOf(name), 1).join(','))
      expect(errorsOf(checkSample(without.join('\n'))).map(({ field }) => field)).toEqual([name])
    }
  })
})

describe('a row', () => {
  const and = (line: string) => `${two}${line}\n`
  const dropped = (code: string) => ['corrected', `4: info ${code} → null`]
  test.each<[string, string, string[]]>([
    ['of separators', and(',,,,,'), dropped('row-blank')],
    ['of some separators', and(',,'), dropped('row-blank')],
    ['of blanks', and('   '), dropped('row-blank')],
    ['of non-breaking and zero-width blanks', and('\u00A0,\u200B,,,,'), dropped('row-blank')],
    ['of one cell', and('# groupe du soir,,,,,'), ['partial', '4: error row-lone-cell']],
    ['of one cell, no separator', and('# groupe du soir'), ['partial', '4: error row-lone-cell']],
    [
      'too long, empty',
      and(`${row.replace('student', 'teacher')},, `),
      ['corrected', '4: info cells-extra-empty → null', '4: warning enrolment-repeated'],
    ],
    ['too long', and(`${row},x`), ['partial', '4: error cells-extra']],
    ['too short', and(row.replace(',student', '')), ['partial', '4: error cells-missing']],
    [
      'too short, optional',
      file({ group1: 'TD1' }).replace(',TD1\n', '\n'),
      ['corrected', '2: info cells-missing-optional → ""'],
    ],
    ['again', and(row), dropped('row-repeated')],
    ['again, once repaired', and(row.replace('student', 'Étudiant')), dropped('row-repeated')],
    ['again, quoted', and(`"${row.replaceAll(',', '","')}"`), dropped('row-repeated')],
    ['that is the header', and(header), dropped('row-header-repeated')],
    ['that is the header, capitalised', and(header.toUpperCase()), dropped('row-header-repeated')],
    ['with another role', and(row.replace('student', 'teacher')), ['ready', '4: warning enrolment-repeated']],
    [
      'with another name',
      and(row.replace('Garçon', 'Petit').replace('M1-BIO-2025', 'Méca')),
      ['ready', '4: warning account-two-names'],
    ],
    [
      'with the same name written otherwise',
      and(row.replace('Anaïs,Garçon', 'GARCON,Anais').replace('M1-BIO-2025', 'Méca')),
      ['ready'],
    ],
    ['with a bad course of two', file({ course2: 'Rien', role2: 'student' }), ['blocked', '2: error course-unknown']],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test('again is dropped when it holds one course in two ways', () => {
    const cells = { enrolperiod1: '30', course2: 'M1-BIO-2025', role2: 'student', enrolperiod2: '60' }
    expect(checkSample(file(cells, cells)).droppedRows).toEqual([3])
  })

  test('that undoes a row in between is kept', () => {
    const rows = file({ enrolperiod1: '30' }, { enrolperiod1: '' }).replace(/(.*30\n)(.*\n)$/, '$1$2$1')
    expect(checkSample(rows)).toMatchObject({
      verdict: 'ready',
      plan: [{ periodDays: 30 }, { periodDays: null }, { periodDays: 30 }],
    })
  })

  test('a status is kept by the rows that say nothing of it', () => {
    const rows = file(
      { enrolstatus1: '1' },
      { enrolstatus1: '', group1: 'TD1' },
      { enrolstatus1: '0' },
      { enrolstatus1: '', group1: 'TD2' },
    )
    const { plan } = checkSample(rows)
    expect(plan.map(({ status, touchedAgainBy }) => [status, touchedAgainBy])).toEqual([
      ['suspended', 3],
      ['suspended', 4],
      ['active', 5],
      ['active', null],
    ])
  })
})
