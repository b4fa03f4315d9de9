import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asLine, code, emphasised, joined, link, literal, name } from '../../../src/adapters/mattermost/literal.ts'

const gap = '\u200b'

describe('our own words', () => {
  it.each([
    ['Tout est bon : 42 lignes prêtes.', 'Tout est bon : 42 lignes prêtes.'],
    ['le *rôle* et le _nom_', String.raw`le \*rôle\* et le \_nom\_`],
    ['un @ dans le courriel', `un @${gap} dans le courriel`],
    ['#1 ou ~2', `#${gap}1 ou \\~${gap}2`],
    ['à 8:00', 'à 8:00'],
    [':smile:', `:${gap}smile:${gap}`.replace(/.$/u, '')],
    ['https://moodle.example/', `https:${gap}/${gap}/moodle.example/`],
    ['www.univ.example', `www${gap}.univ.example`],
    ['x^2$', 'x^2＄'],
    ['une\nligne', 'une ligne'],
  ])('%j becomes %j', (text, expected) => {
    expect(literal(text)).toBe(expected)
  })

  it('are set off without their blanks, and not at all when a star would end it', () => {
    expect(emphasised(' gras ', '**')).toBe(' **gras** ')
    expect(emphasised('a*b', '**')).toBe(String.raw`a\*b`)
    expect(emphasised('  ', '*')).toBe('  ')
  })
})

describe('what others wrote', () => {
  it.each([
    ['simple', '`simple`'],
    ['@channel', '`@channel`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['``', '``` `` ```'],
    [' INFO-L1  ', '`·INFO-L1··`'],
    ['a\tb\r\nc', '`a·b⏎c`'],
    ['a  b', '`a··b`'],
    ['a\u200bb', '`a·b`'],
    ['', '` `'],
  ])('%j is shown as %j', (value, expected) => {
    expect(code(value)).toBe(expected)
  })

  it.each([
    ['Marie Lefèvre', 'Marie Lefèvre'],
    ['Jean-Pierre d’Arc', 'Jean-Pierre d’Arc'],
    ['Marie L.', 'Marie L.'],
    ['@channel', '`@channel`'],
    ['x-D', '`x-D`'],
    ['www.', '`www.`'],
    ['**chef**', '`**chef**`'],
    ['Marie :smile:', '`Marie :smile:`'],
  ])('a person called %j is shown as %j', (value, expected) => {
    expect(name(value)).toBe(expected)
  })

  it('wakes nothing up, whatever it is', () => {
    fc.assert(
      fc.property(hostile(), hostile(), (one, other) => {
        const line = joined([literal('ligne 3 : '), code(one), literal(', '), name(other), code(other), name(one)])
        expect(alive(line)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('comes out of its code span as it went in, but for its blanks', () => {
    fc.assert(
      fc.property(hostile(), (value) => {
        const plain = value.replace(/[\p{Cc}\p{Cf}\s]/gu, '')
        fc.pre(plain !== '')
        expect(spansOf(code(plain))).toEqual([plain])
      }),
    )
  })
})

describe('our words', () => {
  it('wake nothing up either', () => {
    fc.assert(
      fc.property(hostile(), (text) => {
        expect(alive(asLine(joined([literal(text)])))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

describe('a line', () => {
  it.each(['- a', '1. a', '1) a', '# a', '> a', '===', '+ a', '* a'])('%j is no list, title or quotation', (line) => {
    expect(asLine(line)).toBe(gap + line)
  })

  it.each(['**gras** a', 'a - b', '12 lignes'])('%j stays', (line) => {
    expect(asLine(line)).toBe(line)
  })

  it('keeps its pieces apart', () => {
    expect(joined([code('a'), code('b')])).toBe(`\`a\`${gap}\`b\``)
    expect(joined(['**a**', '', '**b**'])).toBe(`**a**${gap}**b**`)
  })
})

describe('a link', () => {
  it('is made of a web address only', () => {
    expect(link('https://docs.example/a(b) c', 'la [page]')).toBe(
      String.raw`[la \[page\]](https://docs.example/a%28b%29%20c)`,
    )
    expect(link('javascript:alert(1)', 'ici')).toBe('ici')
  })
})

/** Texts made of what is active in Mattermost, and of anything. */
function hostile(): fc.Arbitrary<string> {
  const active = ['@channel', '@all', '@marie', '~town-square', '#tag', ':smile:', ':+1:', ':)', '<3', 'x-D', ';)']
  const links = ['https://evil.example', 'www.evil.example', 'a@b.example', '[a](http://b)', '![i](http://b)', 'b.fr/x']
  const marks = [
    '`',
    '``',
    '```',
    '*',
    '**',
    '_',
    '~~',
    '|',
    '\\',
    '$x$',
    '$',
    '<b>',
    '&lt;',
    '&',
    '>',
    '- ',
    '1. ',
    '\n',
  ]
  const piece = fc.oneof(fc.constantFrom(...active, ...links, ...marks), fc.string({ maxLength: 4 }), fc.constant(' '))
  return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
}

/** What Mattermost would bring to life in a line: a reading of its rules that shares nothing with the code under test. */
function alive(line: string): readonly string[] {
  const { text, marks } = readLine(line)
  const patterns: Readonly<Record<string, RegExp>> = {
    mention: /@[a-z0-9]/iu,
    channel: /(?:^|\W)~[a-z0-9]/iu,
    tag: /#[\p{L}\d]/u,
    emoji: /:[a-z0-9_+-]+:/iu,
    emoticon: /(?:^|\B):-?[)(\][@dpoxs/|$'`]|;-?\)|<\/?3|\bx-d\b/iu,
    address: /[a-z][a-z\d.+-]*:(?:\/|[\p{L}\d%])|www\d*\.|[\p{L}\d]\.\p{L}{2,4}\//iu,
    mail: /[^\s]@[\p{L}\d.-]+\.\p{L}{2}/u,
    formula: /\$[^$]+\$/u,
    entity: /&#?\w+;/u,
    tagOfHtml: /<[a-z/!]/iu,
  }
  return [...marks, ...Object.keys(patterns).filter((kind) => patterns[kind]!.test(text))]
}

/** The text outside of code spans, its escapes undone, and the marks that stand there unescaped. */
function readLine(line: string): { readonly text: string; readonly marks: readonly string[] } {
  const marks: string[] = []
  let text = ''
  for (let rest = line; rest !== ''; ) {
    const escaped = /^\\([\\`*{}[\]()#+\-.!_>~|])/.exec(rest)
    const span = /^(`+)(?!`)([\s\S]*?[^`])\1(?!`)/.exec(rest)
    if (/^[`*_~[\]|]|^!\[/.test(rest) && !escaped && !span) marks.push(rest[0]!)
    const taken = escaped?.[0] ?? span?.[0] ?? rest[0]!
    text += escaped ? escaped[1]! : span ? ' ' : taken
    rest = rest.slice(taken.length)
  }
  return { text, marks }
}

function spansOf(line: string): readonly string[] {
  return [...line.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)].map((match) => match[2]!.trim())
}
