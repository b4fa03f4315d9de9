import { expect, test } from 'vitest'
import { kindsOf } from '../../src/replies/kinds.ts'
import { problem, problems } from '../fakes/reports.ts'

const codes = (given: Parameters<typeof kindsOf>[0]['problems'], severity: Parameters<typeof kindsOf>[1]) =>
  kindsOf({ problems: given }, severity).map(({ code }) => code)

test('the kind with most rows comes first', () => {
  const given = [problem({ code: 'few' }), ...problems([4, 5], { code: 'many' })]
  expect(codes(given, 'error')).toEqual(['many', 'few'])
})

test('two faults in one row count as one row', () => {
  const given = [...problems([4, 4, 4], { code: 'one-row' }), ...problems([5, 6], { code: 'two-rows' })]
  expect(codes(given, 'error')).toEqual(['two-rows', 'one-row'])
})

test('a repair that is only worth a word is no kind', () => {
  const fix = { safety: 'safe', value: 'x' } as const
  const given = [problem({ code: 'silent', severity: 'info', fix }), problem({ code: 'told', severity: 'info' })]
  expect(codes(given, 'info')).toEqual(['told'])
})

test('a repair that a person should look at is a kind', () => {
  const given = problem({ code: 'column-unknown', severity: 'warning', fix: { safety: 'safe', value: null } })
  expect(codes([given], 'warning')).toEqual(['column-unknown'])
})

test('one code with two severities makes two kinds', () => {
  const given = [problem({ code: 'email' }), problem({ code: 'email', severity: 'warning' })]
  expect(codes(given, 'error')).toEqual(['email'])
  expect(codes(given, 'warning')).toEqual(['email'])
})
