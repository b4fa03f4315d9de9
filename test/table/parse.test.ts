import { describe, expect, test } from 'vitest'
import { parse } from '../../src/table/parse.ts'
import type { Delimiter } from '../../src/table/table.ts'

const read = (text: string, delimiter: Delimiter = ',') => {
  const { rows, requoted, fault } = parse(text, delimiter)
  return { cells: Array.from(rows, (row) => row.cells), requoted, fault }
}
const sound = (...cells: string[][]) => ({ cells, requoted: false, fault: null })

describe('without a quote', () => {
  test.each<[string, string, Delimiter, string[][]]>([
    [
      'LF',
      'a,b\n1,2\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR',
      'a,b\r1,2\r',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'mixed',
      'a,b\r\n1,2\n3,4\r5,6',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    ],
    [
      'U+2028',
      'a,b\u20281,2\u2028',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'U+2029',
      'a,b\u20291,2',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'U+0085',
      'a,b\u00851,2',
      ',',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'U+2028 where LF ends lines',
      'a,b\n1\u2028,2',
      ',',
      [
        ['a', 'b'],
        ['1\u2028', '2'],
      ],
    ],
    ['empty lines', '\n\r\n\na\n\n\nb\n\n', ',', [['a'], ['b']]],
    ['a line of blanks', 'a,b\n  \n', ',', [['a', 'b'], ['  ']]],
    [
      'a line of separators',
      'a;b\n;\n',
      ';',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    ['a row of another length', 'a,b\n1\n1,2,3\n', ',', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['blanks in cells', ' a , b\t\n', ',', [[' a ', ' b\t']]],
    ['a final separator', 'a,b,\n', ',', [['a', 'b', '']]],
    [
      'tabs',
      'a\tb\n\t\n',
      '\t',
      [
        ['a', 'b'],
        ['', ''],
      ],
    ],
    ['bars', 'a|b\n', '|', [['a', 'b']]],
    ['a backslash', 'a\\,b\n', ',', [['a\\', 'b']]],
    ['a NUL', 'a\u0000b,c\n', ',', [['a\u0000b', 'c']]],
    ['nothing', '', ',', []],
    ['blank lines', '\n\r\n', ',', []],
  ])('%s', (_, text, delimiter, cells) => {
    expect(read(text, delimiter)).toEqual(sound(...cells))
  })

  test('a row knows its number and its line', () => {
    expect([...parse('\na;b\r\n\r\n1;2\r3;4\n', ';').rows]).toEqual([
      { number: 1, cells: ['a', 'b'], line: 'a;b' },
      { number: 2, cells: ['1', '2'], line: '1;2' },
      { number: 3, cells: ['3', '4'], line: '3;4' },
    ])
  })

  test('rows are split when they are asked for', () => {
    const long = 'a,b\n'.repeat(1_000_000)
    const start = performance.now()
    for (const row of parse(long, ',').rows) {
      expect(row.cells).toEqual(['a', 'b'])
      break
    }
    expect(performance.now() - start).toBeLessThan(50)
  })

  test('numbers start where the caller says', () => {
    expect(Array.from(parse('a\nb\n', ',', 4).rows, (row) => row.number)).toEqual([4, 5])
    expect(Array.from(parse('"a"\nb\n', ',', 4).rows, (row) => row.number)).toEqual([4, 5])
    expect(Array.from(parse('"a" \nb\n', ',', 4).rows, (row) => row.number)).toEqual([4, 5])
  })
})

describe('quotes of RFC 4180', () => {
  test.each<[string, string, string[][]]>([
    ['a separator', '"a,b",c\n', [['a,b', 'c']]],
    ['a doubled quote', '"a ""b"" c"\n', [['a "b" c']]],
    ['line ends', '"a\nb\r\nc\rd",e\r\n', [['a\nb\r\nc\rd', 'e']]],
    ['an empty cell', '"",""\n', [['', '']]],
    ['an empty cell alone', 'a\n""\nb\n', [['a'], [''], ['b']]],
    ['mixed line ends', '"a"\r\n"b"\r"c"\n"d"', [['a'], ['b'], ['c'], ['d']]],
    ['empty lines', '\n\r\n"a"\r\n\r\n\n"b"\n\n', [['a'], ['b']]],
    ['a line of blanks', '"a"\n \n', [['a'], [' ']]],
    ['a closing backslash', '"a\\",b\n', [['a\\', 'b']]],
    ['rows of other lengths', '"a",b\n"c"\n', [['a', 'b'], ['c']]],
    ['blanks inside', '" a "\n', [[' a ']]],
    ['a separator that is not the one', '"a";"b"\n', [['a', 'b']]],
  ])('%s', (_, text, cells) => {
    expect(read(text, text.includes(';') ? ';' : ',')).toEqual(sound(...cells))
  })
})

describe('quotes that PHP reads all the same', () => {
  test.each<[string, string, Delimiter, string[][]]>([
    ['a blank before the opening quote', 'a, "b, c"\n', ',', [['a', 'b, c']]],
    ['blanks after the closing quote', '"a"\t ,"b"  \n"c"', ',', [['a', 'b'], ['c']]],
    ['a blank around a tab', '"a" \t "b"\n', '\t', [['a', 'b']]],
    ['an inch mark', 'Salle 19",b\n', ',', [['Salle 19"', 'b']]],
    ['quotes inside', 'Gar"ç"on,b\n', ',', [['Gar"ç"on', 'b']]],
    ['blanks before text stay', ' a,"b" \n', ',', [[' a', 'b']]],
    ['a stray quote beside a real one', 'x"y,"a\n""b"""\n', ',', [['x"y', 'a\n"b"']]],
    ['CRLF after a blank', '"a" \r\n"b"\r\n', ',', [['a'], ['b']]],
    ['an empty cell of blanks', '"a" ,"" ,\n', ',', [['a', '', '']]],
    ['backslash as escape', 'a\n"b \\"c\\"",d\n', ',', [['a'], ['b \\"c\\"', 'd']]],
    ['a lone surrogate', '"\ud800",b\n', ',', [['\ud800', 'b']]],
  ])('%s', (_, text, delimiter, cells) => {
    expect(read(text, delimiter)).toEqual({ cells, requoted: true, fault: null })
  })

  test('the line is kept where there is no quote', () => {
    expect(Array.from(parse('a,b\r\n"c" ,d\n', ',').rows, (row) => row.line)).toEqual(['a,b', null])
  })
})

describe('quotes that leave a doubt', () => {
  test.each<[string, string, string[][], 'unclosed' | 'text-after-quote', number]>([
    ['never closed', 'a,b\nc,"d\ne,f\n', [['a', 'b']], 'unclosed', 2],
    ['never closed, doubled at the end', 'a\n\n"b""\n', [['a']], 'unclosed', 2],
    ['never closed on the first row', '"a,b\n', [], 'unclosed', 1],
    ['an opening quote alone at the end', 'a\nb,"', [['a']], 'unclosed', 2],
    ['text after', 'a\n"b"c\n', [['a']], 'text-after-quote', 2],
    ['text after a blank', 'a\n"b" c\n', [['a']], 'text-after-quote', 2],
    ['the next cell closes it', 'a\nb,"c\nd,"e"\n', [['a']], 'text-after-quote', 2],
  ])('%s', (_, text, cells, kind, row) => {
    expect(read(text)).toEqual({ cells, requoted: true, fault: { kind, row } })
  })
})
