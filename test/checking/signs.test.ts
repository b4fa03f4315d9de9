import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { automaton } from '../../src/checking/automaton.ts'
import { byteSuspects } from '../../src/checking/byte-suspects.ts'
import { signsOf } from '../../src/checking/signs.ts'
import { suspicion } from '../../src/checking/suspects.ts'
import { rules } from '../../src/rules/index.ts'
import { RowCursor } from '../../src/table/row-cursor.ts'

describe('signs of a pattern', () => {
  test.each<[RegExp, string[], string[]]>([
    [/[<>]/, [], ['[<>]']],
    [/^[=+\-@]/, ['[=+\\-@]'], []],
    [/^\d+(?:[.,]\d+)?[eE]/, ['\\d'], ['[eE]']],
    [/^\d+(?: |[.,])/, ['\\d'], ['(?: |[.,])']],
    [/ {2}/, [], [' ']],
    [/a{0,3}b/, [], ['b']],
    [/(?:ab|c)d/, [], ['d']],
    [/x(?:|a)/, [], ['x']],
    [/^a?b/, [], ['b']],
    [/\u00e9x*$/, [], ['\\u00e9']],
    [/[^a-z]/, [], ['[^a-z]']],
    [/a|b/, [], []],
    [/a(?!b)/, [], ['a']],
    [/(?!a)b/, [], []],
    [/a.b/, [], ['a']],
    [/\bx/, [], []],
    [/x/i, [], []],
    [/^x/m, [], []],
  ])('%s', (pattern, first, held) => {
    expect(signsOf(pattern)).toEqual({ first, held })
  })
})

const piece = constantFrom(
  ...[
    '21900010',
    'martinj',
    '2,19E+07',
    '2e5',
    '0',
    'a@b.example',
    'Ã',
    '©',
    'é',
    'œ',
    'e\u0301',
    '’',
    "'",
    '="',
    'ễ',
    '-',
  ],
  ...['\\', ' ', '  ', '\t', '\u00A0', '\u202F', '\u200B', '\uFEFF', '\0', '\u0085', '\u2028', '=', '+', '@', '<', 'A'],
  ...['.', ',', '😀', '\uFFFD', 'x'],
)
const cell = array(piece, { maxLength: 5 }).map((parts) => parts.join(''))

test('bytes clear no cell that a rule suspects, and clear what most people are called', () => {
  const suspects = rules.flatMap((rule) => (rule.scope === 'cell' && rule.suspect ? [rule.suspect] : []))
  const bytes = byteSuspects(suspects)
  const isSuspect = (value: string, rule: number): boolean => {
    const table = { bytes: new TextEncoder().encode(`${value}\n`), start: 0, delimiter: ';', firstRow: 1 } as const
    const row = new RowCursor(table, { marks: bytes.marks, seed: 0, cells: 1 })
    return !row.next() || bytes.tests[rule]!(row, 0)
  }
  const safe = property(cell, (value) => {
    for (const [rule, suspect] of suspects.entries())
      if (suspicion(suspect)(value)) expect(isSuspect(value, rule)).toBe(true)
  })
  assert(safe, { numRuns: 1000 })
  const cleared = ['21900010', 'Élodie', 'Jean-Baptiste', 'lea.martin2@etu.univ-exemple.example', 'martinj']
  const accused = cleared.map((value) => suspects.filter((_, rule) => isSuspect(value, rule)).length)
  // Only an address is one in the automaton of addresses, and only a name has capitals.
  expect(accused).toEqual([1, 1, 2, 0, 1])
})

test('an automaton accepts what its table does, in a text and in its bytes', () => {
  const states = { start: 'more -', more: 'more more' }
  const names = automaton(['a-z', '0-9'], states, 'more', 4)
  const pattern = /^[a-z][a-z0-9]{0,3}$/
  const same = property(array(constantFrom('a', 'z', '0', 'é', ' '), { maxLength: 6 }), (letters) => {
    const value = letters.join('')
    expect(names.accepts(value)).toBe(pattern.test(value))
    const bytes = new TextEncoder().encode(`;${value};`)
    expect(names.acceptsAt(bytes, 1, bytes.length - 1)).toBe(pattern.test(value))
  })
  assert(same, { numRuns: 1000 })
})
