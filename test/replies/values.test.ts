import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shown, visible } from '../../src/replies/values.ts'

test.each([
  ['student', 'student'],
  ['INFO-L1 ', 'INFO-L1·'],
  [' INFO-L1', '·INFO-L1'],
  ['M1 BIO', 'M1 BIO'],
  ['M1  BIO', 'M1··BIO'],
  ['M1\u00A0BIO', 'M1·BIO'],
  ['M1\u202FBIO', 'M1·BIO'],
  ['INFO\u200B', 'INFO·'],
  ['\uFEFFusername', '·username'],
  ['a\tb', 'a·b'],
  ['a\r\nb', 'a↵b'],
  ['a\u2028b', 'a↵b'],
  ['   ', '···'],
  ['\u001B[31mred', '␛[31mred'],
  ['a\u0000b', 'a␀b'],
  ['\u202Egnp', '·gnp'],
  ['\uD800', '\uFFFD'],
  ['', ''],
])('%j is shown as %s', (value, expected) => {
  expect(shown(value)).toBe(expected)
})

test('forty characters are not shortened, forty-one are', () => {
  expect(shown('x'.repeat(40))).toBe('x'.repeat(40))
  expect(shown('x'.repeat(41))).toContain('…')
})

test('a long value is shortened in the middle', () => {
  expect(shown('https://ecampus.example.org/course/view.php?id=4217')).toBe('https://ecampus.example.o…ew.php?id=4217')
})

const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((point) => String.fromCharCode(point))

test('what is shown fits on one line and hides nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (value) => {
      const text = shown(value)
      expect(Array.from(text).length).toBeLessThanOrEqual(40)
      expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\S ]|^ | $| {2}/u)
    }),
  )
})

test('a plain value is shown as it is', () => {
  fc.assert(fc.property(fc.stringMatching(/^[a-z0-9-]{1,40}$/), (value) => visible(value) === value))
})
