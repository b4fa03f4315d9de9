import { describe, expect, test } from 'vitest'
import { type Decoded, decode } from '../../src/table/decode.ts'
import { encode } from './eight-bit.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)))
const text = (input: Uint8Array) => decode(input) as Decoded

describe('what is proved by the bytes', () => {
  const header = 'username;firstname\n21900010;Anaïs\n'
  test.each([
    ['UTF-8', utf8(header), 'utf-8', 0],
    ['ASCII', utf8(header.replace('ï', 'i')), 'utf-8', 0],
    ['UTF-8 with a mark', utf8(`\ufeff${header}`), 'utf-8', 1],
    ['UTF-8 with two marks', utf8(`\ufeff\ufeff${header}`), 'utf-8', 2],
    ['UTF-16 LE with a mark', encode(`\ufeff${header}`, 'utf-16le')!, 'utf-16le', 1],
    ['UTF-16 BE with a mark', encode(`\ufeff${header}`, 'utf-16be')!, 'utf-16be', 1],
    ['UTF-16 LE without a mark', encode(header, 'utf-16le')!, 'utf-16le', 0],
    ['UTF-16 BE without a mark', encode(header, 'utf-16be')!, 'utf-16be', 0],
  ])('%s', (_, input, encoding, boms) => {
    const expected = header.replace('ï', input.length === header.length ? 'i' : 'ï')
    expect(decode(input)).toMatchObject({ kind: 'text', text: expected, encoding, boms, alternatives: [] })
  })

  test('a byte cut off at the end of UTF-16 is dropped', () => {
    expect(text(bytes([...encode(`\ufeff${header}`, 'utf-16le')!], [0x0a])).text).toBe(header)
  })

  test('a mark in front of Windows-1252 is counted, not shown', () => {
    const decoded = text(bytes([0xef, 0xbb, 0xbf], 'nom;prénom\n', [...encode('Garçon;Zoé\n', 'windows-1252')!]))
    expect(decoded).toMatchObject({ encoding: 'windows-1252', boms: 1 })
    expect(decoded.text).toBe('nom;prÃ©nom\nGarçon;Zoé\n')
  })

  test('a mark inside the text stays', () => {
    expect(text(utf8('a;\ufeffb\n')).text).toBe('a;\ufeffb\n')
  })

  test('a final Ctrl-Z is removed, another is not', () => {
    expect(text(utf8('a;b\n1;\u001a2\n\u001a')).text).toBe('a;b\n1;\u001a2\n')
  })
})

describe('characters that no table should hold', () => {
  const sound = 'username,firstname,lastname,email,course1,role1\n'.repeat(20)

  test.each([
    ['one NUL in a short text', 'username,course1\n2190\u00000010,M1\n'],
    ['one control in a hundred characters', sound + '\u0007'.repeat(9)],
    ['vertical tabs and form feeds', 'a\u000b;\fb\n'.repeat(20)],
  ])('few stay in the text: %s', (_, posted) => {
    expect(text(utf8(posted)).text).toBe(posted)
  })

  test.each([
    ['three controls alone', '\u0001\u0002\u0003'],
    ['more than one in a hundred', sound + '\u0007'.repeat(11)],
    ['zeros that are not UTF-16', 'ab\u0000\u0000\u0000'.repeat(30)],
  ])('many make it binary: %s', (_, posted) => {
    expect(decode(utf8(posted))).toEqual({ kind: 'unreadable', reason: 'binary' })
  })

  test('UTF-32 is not taken for UTF-16', () => {
    const utf32 = Array.from('username,course1').flatMap((character) => [character.charCodeAt(0), 0, 0, 0])
    expect(decode(Uint8Array.from(utf32))).toEqual({ kind: 'unreadable', reason: 'binary' })
  })
})

test.each([
  ['no bytes', bytes()],
  ['a mark', utf8('\ufeff')],
  ['a UTF-16 mark', bytes([0xff, 0xfe])],
  ['blanks and blank lines', utf8(' \t\r\n\n \u00a0\n')],
  ['Ctrl-Z', bytes([0x1a])],
])('empty: %s', (_, input) => {
  expect(decode(input)).toEqual({ kind: 'unreadable', reason: 'empty' })
})
