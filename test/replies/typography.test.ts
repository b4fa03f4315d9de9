import { expect, test } from 'vitest'
import { code } from '../../src/replies/line.ts'
import { tidied } from '../../src/replies/tidied.ts'
import { typeset, typesetText } from '../../src/replies/typeset.ts'

test.each([
  ['est-ce lui ?', 'est-ce lui\u202F?'],
  ['« TD 4 » : non ; oui', '«\u202FTD 4\u202F»\u202F: non\u202F; oui'],
  ["l'import", 'l’import'],
  ['à 10 h 15', 'à 10\u202Fh 15'],
  ['40 %', '40\u202F%'],
  ['10:15', '10:15'],
])('%s in French', (text, expected) => {
  expect(typesetText(text, 'fr')).toBe(expected)
})

test('English keeps its blanks', () => {
  expect(typesetText("it's 40 % : no", 'en')).toBe('it’s 40 % : no')
})

test('what others wrote is left alone', () => {
  const span = code("d'accord : « oui »")
  expect(typeset([span], 'fr')).toEqual([span])
})

test('bold holds words only', () => {
  expect(tidied([{ bold: 'a' }, { bold: ' b ' }, code('x'), { bold: '.' }])).toEqual([
    { bold: 'a b' },
    ' ',
    code('x'),
    '.',
  ])
})

test('neighbours of one tone become one', () => {
  expect(tidied(['a', 'b', { italic: 'c' }, { italic: 'd' }])).toEqual(['ab', { italic: 'cd' }])
})

test('neighbours of two tones stay two', () => {
  const spans = [{ italic: 'a' }, { bold: 'b' }, { italic: 'c' }]
  expect(tidied(spans)).toEqual(spans)
})

test('punctuation before bold words stands outside', () => {
  expect(tidied([code('x'), { bold: ': it is empty' }])).toEqual([code('x'), ': ', { bold: 'it is empty' }])
})
