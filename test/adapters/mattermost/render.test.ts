import { describe, expect, it } from 'vitest'
import { longest, render } from '../../../src/adapters/mattermost/render.ts'
import type { Message, Paragraph } from '../../../src/replies/message.ts'

const callout = (mention: { readonly person: string } | 'staff') => (mention === 'staff' ? '@sofia' : '@marie')
const text = (paragraphs: readonly Paragraph[], language: Message['language'] = 'fr') =>
  render({ paragraphs, language }, callout)
const line = (kind: Paragraph['kind'], ...spans: Paragraph['spans']): Paragraph => ({ kind, spans })

describe('a message', () => {
  it('is lines and lists, as one would write them', () => {
    expect(
      text([
        line('text', '⚠️ ', { bold: '3 lignes sur 42 à revoir.' }, ' Les autres sont prêtes.'),
        line('item', { bold: 'Compte inconnu' }, ' · ligne 7 (', { code: '21900998' }, ')'),
        line('item', { italic: 'À savoir' }, ' : le groupe « TD 4 »'),
        line('note', 'Équipe : séparateur ', { code: ';' }, ' · UTF-8'),
        line('text', { mention: 'staff' }, ', ', { mention: { person: 'm' } }, ' attend. ', {
          link: 'https://chat.example/_redirect/pl/x',
          text: 'Ouvrir le fil',
        }),
      ]),
    ).toBe(`⚠️ **3 lignes sur 42 à revoir.** Les autres sont prêtes.

- **Compte inconnu** · ligne 7 (\`21900998\`)
- *À savoir* : le groupe « TD 4 »

*Équipe : séparateur* \`;\` *· UTF-8*

@sofia, @marie attend. [Ouvrir le fil](https://chat.example/_redirect/pl/x)`)
  })

  it('shows code in small print without ending it', () => {
    expect(text([line('note', 'valeur ', { code: 'a*b' }, ' ici')])).toBe('*valeur* `a*b` *ici*')
  })

  it('is never a table', () => {
    const cell = { code: '| a | b |' }
    expect(text([line('text', cell), line('text', '|---|---|')])).toBe('`| a | b |`\n\n\\|---\\|---\\|')
  })
})

describe('a message that is too long', () => {
  const long = (count: number) => Array.from({ length: count }, () => line('text', 'é'.repeat(998)))

  it('may have just as many characters as the server takes', () => {
    const exact = [...long(16), line('text', '😀'.repeat(longest - 16 * 1_000))]
    expect(Array.from(text(exact))).toHaveLength(longest)
    expect(text(exact)).not.toContain('trop longue')
  })

  it.each([
    ['fr', 'La suite est trop longue pour ce message.'],
    ['en', 'The rest is too long for this message.'],
  ] as const)('is cut after a paragraph, and says so (%s)', (language, cut) => {
    const shown = text(long(20), language)
    expect(Array.from(shown).length).toBeLessThanOrEqual(longest)
    expect(shown.endsWith(`é\n\n${cut}`)).toBe(true)
  })

  it('is cut inside of its only paragraph when there is no other', () => {
    const shown = text([line('text', { code: '`@all '.repeat(5_000) })])
    expect(Array.from(shown).length).toBeLessThanOrEqual(longest)
    expect(shown).toMatch(/^`[^`]*`\n\nLa suite/)
  })
})
