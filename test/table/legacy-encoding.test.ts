import { describe, expect, test } from 'vitest'
import { type Decoded, decode } from '../../src/table/decode.ts'
import { eightBit, encode } from './eight-bit.ts'

const decodeCell = (cell: string, encoding: (typeof eightBit)[number]) => {
  const bytes = encode(`username;group1\n21900010;${cell}\n`, encoding)
  if (!bytes) return null
  const { text, alternatives, ...rest } = decode(bytes) as Decoded
  return { ...rest, cell: text.slice(25, -1), alternatives: alternatives.map((other) => other.text.slice(25, -1)) }
}

/** Each stands alone in its file: one accented letter must be enough. */
const lone =
  `Anaïs Garçon, Gaëlle, Raphaël, Zoé, Chloé, Noël, Loïc, Maïté, Aïcha, Thérèse, Hélène, Éric, Élodie, École, Ça,
Çelik, Œdipe, Lecœur, sœur, CŒUR, SŒUR, ŒUVRE, œuvre, Müller, Björn, Peña, Muñoz, Núñez, García, José, Simón, Raúl, Søren,
Conceição, João, Ségolène, Jérôme, François-Xavier, Bérénice, Agnès, Inès, Clément, Maël, Inaïa, Héloïse, Désirée, Cédric,
Joëlle, Nîmes, Évreux, Besançon, Hérouville, rêve, forêt, fenêtre, Pâques, FRANÇOIS, HÉLÈNE, ÉLÈVE, MAÎTRE, HÔTEL, LÉA,
DÉJÀ, SAÏD, ANDRé, août, goût, où, à distance, étudiants à distance, équipe été, mathématiques avancées, Château-d’Œx,
l’Haÿ-les-Roses, Benoît, Île de Ré, L’Étoile, d’Artagnan, n° 12, M², étudiant·e·s, 2025–2026, Marie–Claude, qu’il,
N’Diaye, ½ journée, Strauß, Óscar, Ángel, coût 20 €, « TD1 », Traoré, Kouamé, Ève Déroché`.split(/,\s+/)

describe.each(eightBit)('a single cell in %s', (encoding) => {
  test.each(lone)('%s', (cell) => {
    const decoded = decodeCell(cell, encoding)
    if (decoded) expect(decoded).toMatchObject({ cell, alternatives: [] })
  })
})

test('every name of a language, country or currency in French is read right, in each encoding', () => {
  const names = frenchNames()
  const wrong = eightBit.flatMap((encoding) =>
    names.filter((name) => {
      const decoded = decodeCell(name, encoding)
      return decoded && decoded.cell !== name && !decoded.alternatives.includes(name)
    }),
  )
  expect(names.length).toBeGreaterThan(600)
  expect(new Set(wrong)).toEqual(new Set(['guaraní paraguayen']))
})

describe('what the person is told was recognised', () => {
  test.each([
    ['Méca', 'windows-1252', 'windows-1252'],
    ['Méca', 'iso-8859-15', 'windows-1252'],
    ['Lecœur', 'iso-8859-15', 'iso-8859-15'],
    ['Œuvre', 'iso-8859-15', 'iso-8859-15'],
    ['L’Haÿ', 'windows-1252', 'windows-1252'],
    ['20 €', 'iso-8859-15', 'iso-8859-15'],
    ['Tomáš', 'iso-8859-15', 'iso-8859-15'],
    ['½ journée', 'windows-1252', 'windows-1252'],
    ['d´Artagnan', 'windows-1252', 'windows-1252'],
    ['Zoé', 'macintosh', 'macintosh'],
  ] as const)('%s written in %s is %s', (cell, written, recognised) => {
    expect(decodeCell(cell, written)).toMatchObject({ cell, encoding: recognised })
  })
})

describe('alternatives', () => {
  test.each([
    ['TP…', 'macintosh', 'TPÉ'],
    ['MICHÈLE', 'macintosh', 'MICHéLE'],
    ['Ève', 'macintosh', 'éve'],
  ] as const)('%s in %s could be %s', (cell, written, other) => {
    const decoded = decodeCell(cell, written)!
    expect([decoded.cell, ...decoded.alternatives].toSorted()).toEqual([cell, other].toSorted())
  })

  test('one clear letter settles the others', () => {
    expect(decodeCell('TP… Zoé', 'macintosh')).toMatchObject({ cell: 'TP… Zoé', alternatives: [] })
  })
})

test('Armenian stays Armenian', () => {
  expect(decode(encode('nom\nԱրամ L’Étoile\n', 'utf-8')!)).toMatchObject({ encoding: 'utf-8' })
  expect(decode(encode('nom\nԱրամ\n', 'utf-8')!)).toMatchObject({ encoding: 'utf-8' })
})

test('letters that are UTF-8 already do not weigh on the others', () => {
  const glued = [...encode('a;Müller\n', 'utf-8')!, ...encode('b;Zoé\n', 'windows-1252')!]
  expect(decode(Uint8Array.from(glued))).toMatchObject({ encoding: 'windows-1252', text: 'a;MÃ¼ller\nb;Zoé\n' })
})

function frenchNames(): string[] {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz')
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const named = (type: 'language' | 'region' | 'currency', of: readonly string[]) => {
    const names = new Intl.DisplayNames('fr', { type, fallback: 'none' })
    return of.map((code) => names.of(type === 'region' ? code.toUpperCase() : code))
  }
  const currencies = Intl.supportedValuesOf('currency')
  const all = [...named('language', codes), ...named('region', codes), ...named('currency', currencies)]
  return [...new Set(all)].filter((name) => name !== undefined)
}
