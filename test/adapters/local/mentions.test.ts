import { describe, expect, it } from 'vitest'
import { withNames } from '../../../src/adapters/local/mentions.ts'
import { localPeople } from '../../../src/adapters/local/people.ts'
import type { Span } from '../../../src/replies/message.ts'
import { messageOf } from './local-server.ts'

describe('mentions', () => {
  const named = (language: 'fr' | 'en', ...spans: readonly Span[]) =>
    withNames(messageOf('', { language, paragraphs: [{ kind: 'item', spans }] }), localPeople).paragraphs

  it.each([
    ['a person, by name', 'fr', { mention: { person: 'requester' } }, [{ bold: '@Marie Lefèvre' }]],
    ['the team, in French', 'fr', { mention: 'staff' }, [{ bold: '@équipe' }]],
    ['the team, in English', 'en', { mention: 'staff' }, [{ bold: '@team' }]],
    ['nobody known, by nothing', 'fr', { mention: { person: 'gone' } }, []],
  ] as const)('call %s', (_, language, mention, called) => {
    expect(named(language, 'Pour ', mention, '.')).toEqual([{ kind: 'item', spans: ['Pour ', ...called, '.'] }])
  })

  it('leave all else as it is', () => {
    const spans: readonly Span[] = ['a', { name: '@Marie' }, { code: '@b' }, { link: '/#thread=1', text: 'c' }]
    expect(named('fr', ...spans)).toEqual([{ kind: 'item', spans }])
  })
})
