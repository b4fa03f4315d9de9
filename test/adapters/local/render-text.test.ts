import { describe, expect, it } from 'vitest'
import { renderText } from '../../../src/adapters/local/render-text.ts'
import type { Paragraph, Span } from '../../../src/replies/message.ts'

describe('a message as Markdown', () => {
  it.each<[string, Span, string]>([
    ['plain', 'ligne 3', 'ligne 3'],
    ['bold', { bold: 'Compte inconnu' }, '**Compte inconnu**'],
    ['italic', { italic: 'Réparé' }, '_Réparé_'],
    ['code', { code: 'M1-BIO' }, '`M1-BIO`'],
    ['code with a backtick', { code: 'a`b' }, '``a`b``'],
    ['code with a run of backticks', { code: 'a``b`c' }, '```a``b`c```'],
    ['code that is a backtick', { code: '`' }, '`` ` ``'],
    ['code that ends with a blank', { code: 'a ' }, '` a  `'],
    ['empty code', { code: '' }, '`  `'],
    ['code with line breaks', { code: 'a\r\nb\nc' }, '`a⏎b⏎c`'],
    ['code with markup', { code: '@all **x**' }, '`@all **x**`'],
    ['a link', { link: 'https://example.org/a b', text: 'le [fil]' }, '[le \\[fil\\]](https://example.org/a%20b)'],
  ])('%s', (_, span, expected) => {
    expect(renderText({ paragraphs: [{ kind: 'text', spans: [span] }] })).toBe(expected)
  })

  it('has a line per paragraph, items marked, notes small', () => {
    const paragraphs: readonly Paragraph[] = [
      { kind: 'text', spans: [{ bold: '3 lignes' }, ' à revoir'] },
      { kind: 'item', spans: ['ligne 3'] },
      { kind: 'note', spans: ['Équipe : ', { italic: 'UTF-8' }] },
    ]
    expect(renderText({ paragraphs })).toBe('**3 lignes** à revoir\n- ligne 3\n_Équipe : UTF-8_')
  })
})
