import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareText, code, joined, line, lowered, prose, raised } from '../../src/replies/line.ts'
import type { Span } from '../../src/replies/message.ts'

test('signs in a template set the tone of what is between them', () => {
  const bold = (text: string): Span => ({ bold: text })
  expect(line`a **b ${'c'}** *d*`).toEqual(['a ', bold('b '), bold('c'), ' ', { italic: 'd' }])
})

test('signs in what is put into a template stay signs', () => {
  expect(line`**${code('**x**')}** ${'*y*'}`).toEqual([code('**x**'), ' ', '*y*'])
})

test('backticks in a sentence make code spans', () => {
  expect(prose('give `student`, or `teacher`')).toEqual(['give ', code('student'), ', or ', code('teacher')])
})

test('lists end with another word', () => {
  const told = (count: number) =>
    bareText(
      joined(
        ['a', 'b', 'c'].slice(0, count).map((text) => [text]),
        ', ',
        ' and ',
      ),
      String,
    )
  expect([1, 2, 3].map(told)).toEqual(['a', 'a and b', 'a, b and c'])
})

test.each([
  ['Vérifiez', 'vérifiez'],
  ['L’identifiant', 'l’identifiant'],
  ['Moodle le refuse', 'Moodle le refuse'],
  ['Excel a changé', 'Excel a changé'],
  ['UTF-8', 'UTF-8'],
  ['', ''],
])('%s goes on after a colon as %s', (text, expected) => {
  expect(lowered([text])).toEqual([expected])
})

test('a sentence starts with a capital, a code span stays', () => {
  expect(raised(['ôtez ', code('x')])).toEqual(['Ôtez ', code('x')])
  expect(raised([code('x')])).toEqual([code('x')])
})

test('no text of a code span is lost or changed', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(line`**${code(text)}**`).toEqual([code(text)])
    }),
  )
})
