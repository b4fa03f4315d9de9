import { describe, expect, it } from 'vitest'
import { groupNames, isGroupName } from '../../../src/adapters/configuration/group-names.ts'

describe('names of groups', () => {
  it.each([
    ['AUTO-*', 'AUTO-TD 1', true],
    ['AUTO-*', 'AUTO-', true],
    ['AUTO-*', 'auto-TD', false],
    ['AUTO-*', 'XAUTO-TD', false],
    ['*_sync', 'TD_sync', true],
    ['*_sync', 'TD_sync2', false],
    ['TD*(auto)', 'TD 12 (auto)', true],
    ['TD.1', 'TDx1', false],
    ['TD.1', 'TD.1', true],
    ['é*', 'étude', true],
    ['1er groupe', '1er groupe', true],
  ])('%s and %s: %s', (pattern, group, matches) => {
    expect(groupNames([pattern, 'NEVER'])?.test(group)).toBe(matches)
  })

  it('are none of none', () => {
    expect(groupNames([])).toBeNull()
  })

  it.each([
    ['AUTO-*', true],
    ['*a*', true],
    ['*', false],
    [' ** ', false],
    ['', false],
    ['a*b*c*d', false],
  ])('%j is one: %s', (pattern, isOne) => {
    expect(isGroupName(pattern)).toBe(isOne)
  })

  it('are not looked for in what is too long to be a group, whoever made it so', () => {
    const names = groupNames(['a*a*b'])
    expect(names?.test(`${'a'.repeat(253)}b`)).toBe(true)
    expect(names?.test(`${'a'.repeat(254)}b`)).toBe(false)
    expect(names?.test(`${'é'.repeat(1_000_000)}b`)).toBe(false)
  })
})
