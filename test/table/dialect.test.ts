import { describe, expect, test } from 'vitest'
import { findHeader, unwrap } from '../../src/table/dialect.ts'

const words = new Set(['username', 'firstname', 'lastname', 'email', 'course1', 'role1'])
const score = (cells: readonly string[]) => {
  const known = cells.filter((cell) => words.has(cell.trim().toLowerCase())).length
  return known >= 4 ? known + 100 : known
}
const header = 'username;firstname;lastname;email;course1;role1'
const place = (text: string) => findHeader(text, score)
const found = { separatorLine: null, skipped: [], start: 0, wrapped: false }

describe('the separator', () => {
  test.each([',', ';', '\t', ':', '|'] as const)('%j', (delimiter) => {
    expect(place(`${header.replaceAll(';', delimiter)}\na\n`)).toEqual({ ...found, delimiter })
  })

  test('one header word is enough on the first line', () => {
    expect(place('nom;username;tél.\n')).toEqual({ ...found, delimiter: ';' })
  })

  test('header words win over the number of cells', () => {
    expect(place('username;email,a,b,c,d\n').delimiter).toBe(';')
  })

  test('with as many words, more cells win', () => {
    expect(place('username,a;b;username;c\n').delimiter).toBe(';')
  })

  test('with as many words and cells, comma comes first', () => {
    expect(place('username\n').delimiter).toBe(',')
    expect(place('username;a,username\n').delimiter).toBe(',')
  })

  test('cells may be quoted, blanks around the quotes included', () => {
    expect(place('"username" ; "first;name";"email"\n')).toEqual({ ...found, delimiter: ';' })
  })

  test('no header word at all', () => {
    expect(place('21900010;Anaïs\n21900011;Tom\n')).toEqual({ ...found, delimiter: null })
    expect(place('')).toEqual({ ...found, delimiter: null })
  })
})

describe('where it starts', () => {
  test('blank lines above are passed over', () => {
    expect(place(`\r\n\n${header}\n`)).toEqual({ ...found, delimiter: ';', start: 3 })
  })

  test('title lines above an unmistakable header are told', () => {
    const text = `Inscriptions M1\r\n\r\n"Année";2026\r\n${header}\r\n`
    const skipped = ['Inscriptions M1', '"Année";2026']
    expect(place(text)).toEqual({ ...found, delimiter: ';', skipped, start: text.indexOf('username') })
  })

  test('an unmistakable line wins over a title with a header word', () => {
    const text = `username,M1 ; M2\n${header}\n`
    expect(place(text)).toEqual({ ...found, delimiter: ';', skipped: ['username,M1 ; M2'], start: 17 })
    expect(place(`${header}\n${header}\n`)).toEqual({ ...found, delimiter: ';' })
  })

  test('a first line with a header word is the header when no line is unmistakable', () => {
    expect(place('username;liste\nusername;email\n')).toEqual({ ...found, delimiter: ';' })
  })

  test('a later line with one header word is not the header', () => {
    expect(place('Inscriptions\nusername;x\n')).toEqual({ ...found, delimiter: null })
  })

  test.each([
    ['tenth', 9, ';'],
    ['eleventh', 10, null],
  ])('the %s line', (_, above, delimiter) => {
    expect(place(`${'titre\n'.repeat(above)}${header}\n`).delimiter).toBe(delimiter)
  })

  test('a text of CR, or of U+2028', () => {
    expect(place(`titre\r${header}\ra`)).toMatchObject({ delimiter: ';', start: 6, skipped: ['titre'] })
    expect(place(`titre\u2028${header}\u2028a`)).toMatchObject({ delimiter: ';', start: 6, skipped: ['titre'] })
  })
})

describe('a separator line', () => {
  test.each(['sep=;', 'SEP=;', '"sep=;"', 'Sep=;;;;', ' sep=; '])('%j', (line) => {
    expect(place(`${line}\r\n${header}\r\n`)).toEqual({
      ...found,
      delimiter: ';',
      separatorLine: line,
      start: line.length + 2,
    })
  })

  test('it names a tab', () => {
    expect(place('sep=\t\nusername\temail\n')).toMatchObject({ delimiter: '\t', separatorLine: 'sep=\t' })
  })

  test('it wins over more header words', () => {
    expect(place('sep=;\nusername,email;username\n').delimiter).toBe(';')
  })

  test('it does not win when it gives no header word', () => {
    expect(place('sep=;\nusername,email\n')).toMatchObject({ delimiter: ',', separatorLine: 'sep=;' })
  })

  test('it is not one of the ten lines', () => {
    expect(place(`sep=;\n${'titre\n'.repeat(9)}${header}\n`).delimiter).toBe(';')
  })

  test('another separator is no separator line', () => {
    expect(place('sep=^\nusername^email\n')).toMatchObject({ separatorLine: null, delimiter: null })
  })
})

describe('exported twice', () => {
  test('the header is one quoted cell', () => {
    expect(place('"username,firstname,email"\n')).toEqual({ ...found, delimiter: ',', wrapped: true })
    expect(place('"username;""firstname"";email"\n')).toEqual({ ...found, delimiter: ';', wrapped: true })
  })

  test('one quoted header word is not wrapped', () => {
    expect(place('"username"\n')).toEqual({ ...found, delimiter: ',' })
  })

  test.each([
    [['a;"b;c";d'], 3, ['a', 'b;c', 'd']],
    [['a;b'], 3, null],
    [['a;b;c', 'd'], 3, null],
    [['a'], 1, ['a']],
    [['"a;b'], 2, null],
    [[''], 1, null],
  ])('%j holds %i cells: %j', (cells, count, expected) => {
    expect(unwrap(cells, ';', count)).toEqual(expected)
  })
})
