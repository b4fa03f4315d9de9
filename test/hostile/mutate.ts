// Deterministic damage to a file: bytes, characters, cells, lines and separators, as people and programs do it.

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Dice = { readonly below: (limit: number) => number; readonly of: <T>(list: readonly T[]) => T }

const separators = [',', ';', '\t', ':', '|']
const odd = [
  ...['"', '""', "'", '\\', '\\"', ' ', '  ', '\t', '\u00A0', '\u202F', '\u200B', '\uFEFF', '\0', '\u001A', '\u0085'],
  ...[
    '\u2028',
    '\r',
    '\n',
    '\r\n',
    '=',
    '+',
    '-',
    '@',
    '0',
    '1',
    '12',
    '1e3',
    'é',
    'E\u0301',
    'Ã©',
    '\uFFFD',
    '😀',
    '<',
  ],
  ...['sep=;', '#', '</td>', '__proto__', 'constructor', 'x'.repeat(300), '９', '&eacute;', '…', 'œ'],
]
const values = [
  ...['', '0', 'student', 'Étudiant', '5', '42', '12', 'M1-BIO-2025', 'm1-bio-2025', 'Méca', 'Meca', 'HIST, S1'],
  ...['GEO;S2', 'Projet "Alpha"', 'TD1', 'td1', 'TD1;TD2', '30', '30 jours', '3 mois', '1,000', 'suspendu', '1'],
  ...[
    '2027-01-15',
    '15/01/2027',
    '05/01/2027',
    '21900010',
    '21 900 011',
    'MARTINJ',
    '2,19E+07',
    'tom.vasseur@etu.univ-exemple.example',
  ],
]
const headers = [
  ...[
    'username',
    'Username',
    'identifiant',
    'nom',
    'prénom',
    'courriel',
    'course1',
    'course2',
    'course01',
    'cours',
    'role2',
  ],
  ...[
    'group1',
    'groupe',
    'enrolperiod1',
    'durée',
    'enrolstatus1',
    'enroltimestart1',
    'suspended',
    'deleted',
    'cohort',
    'cohort1',
  ],
  ...[
    'type',
    'sysrole',
    'oldusername',
    'profile_field_x',
    'Téléphone',
    'enrollperiod1',
    'course99999999999',
    '',
    'city',
  ],
]

/** A damaged copy of the bytes; one to four blows. */
export function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  const dice: Dice = { below, of: (list) => list[below(list.length)]! }
  let damaged = bytes
  for (let blows = 1 + below(4); blows > 0; blows--) damaged = dice.of(below(4) === 0 ? inBytes : inText)(damaged, dice)
  return damaged
}

type Blow = (bytes: Uint8Array, dice: Dice) => Uint8Array

const marks = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0x1a], [10, 13]]

const inBytes: readonly Blow[] = [
  onBytes((bytes, { below }) => bytes.with(below(bytes.length), below(256))),
  onBytes((bytes, { below }) => bytes.slice(0, below(bytes.length + 1))),
  onBytes((bytes, { below }) => cut(bytes, below(bytes.length + 1), 1 + below(8))),
  onBytes((bytes, { below }) =>
    splice(
      bytes,
      below(bytes.length + 1),
      Uint8Array.from({ length: 1 + below(4) }, () => below(256)),
    ),
  ),
  onBytes((bytes, { of }) => splice(bytes, 0, Uint8Array.from(of(marks)))),
  onBytes((bytes) => Uint8Array.from(bytes, (byte) => (byte === 0xc3 ? 0x8e : byte))),
  onBytes((bytes) => encode(new TextDecoder('latin1').decode(bytes))),
  onBytes((bytes) => Uint8Array.from(text(bytes), (character) => character.charCodeAt(0) & 255)),
  onBytes((bytes) => new Uint8Array(Uint16Array.from(text(bytes), (character) => character.charCodeAt(0)).buffer)),
]

/** No byte at all is damaged into one. */
function onBytes(blow: Blow): Blow {
  return (bytes, dice) => (bytes.length === 0 ? Uint8Array.of(dice.below(256)) : blow(bytes, dice))
}

const inText: readonly Blow[] = [
  onText((all, { below, of }) => insert(all, below(all.length + 1), of(odd))),
  onText((all, { of }) => all.replaceAll(of([',', ';']), of(separators))),
  onText((all, { of }) => all.replace(/\r?\n|\r/g, of(['\n', '\r\n', '\r', '\n\n', '\u2028']))),
  onText(
    (all, { of }) => `${of(['sep=;\n', 'Liste;2026\n', 'Cours,M1-BIO-2025\n', '\n \n', '"a', 'username\n'])}${all}`,
  ),
  onText((all) => all.replace(/^.+$/gm, (line) => `"${line.replaceAll('"', '""')}"`)),
  onLines((lines, { below }) => lines.toSpliced(below(lines.length), 1)),
  onLines((lines, { below, of }) => lines.toSpliced(below(lines.length + 1), 0, of(lines))),
  onLines((lines, { below, of }) =>
    lines.toSpliced(below(lines.length + 1), 0, of([',,,,,', '   ', '# note', '"', ';;;', '\u00A0', 'a,b'])),
  ),
  onLines((lines, { below, of }) =>
    change(lines, below(lines.length), (line) => line + of([',', ',,', ',x', ';', ' ', '"', '\\'])),
  ),
  onLines((lines, { below }) => change(lines, below(lines.length), (line) => `"${line.replaceAll('"', '""')}"`)),
  onLines((lines, { below, of }) => change(lines, below(lines.length), (line) => line.replaceAll(',', of(separators)))),
  onLines((lines, { below }) => lines.toSorted(() => below(3) - 1)),
  onCells((cells, { below, of }) => cells.with(below(cells.length), of(values))),
  onCells((cells, { below, of }) =>
    change(cells, below(cells.length), (cell) => insert(cell, of([0, cell.length, below(cell.length + 1)]), of(odd))),
  ),
  onCells((cells, { below, of }) =>
    change(cells, below(cells.length), (cell) =>
      of([
        cell.toUpperCase(),
        cell.toLowerCase(),
        cell.normalize('NFD'),
        ` ${cell} `,
        `'${cell}`,
        `="${cell}"`,
        `"${cell}"`,
        `“${cell}”`,
      ]),
    ),
  ),
  onCells((cells, { below }) => cells.toSpliced(below(cells.length), 1)),
  onCells((cells, { below, of }) => cells.toSpliced(below(cells.length + 1), 0, of(values))),
  onHeader((cells, { below, of }) => cells.with(below(cells.length), of(headers))),
  onHeader((cells, { below, of }) =>
    change(cells, below(cells.length), (cell) => insert(cell, below(cell.length + 1), of(odd))),
  ),
  onColumn((cells, row, { of }) => [...cells, row === 0 ? of(headers) : of(values)]),
  onColumn((cells, row, { of }) =>
    row === 0 ? [...cells, 'course2', 'role2'] : [...cells, of(values), of(['student', '', 'teacher'])],
  ),
]

const text = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const encode = (all: string): Uint8Array => new TextEncoder().encode(all)

function onText(blow: (all: string, dice: Dice) => string): Blow {
  return (bytes, dice) => encode(blow(text(bytes), dice))
}

function onLines(blow: (lines: readonly string[], dice: Dice) => readonly string[]): Blow {
  return onText((all, dice) => blow(all.split('\n'), dice).join('\n'))
}

function onCells(blow: (cells: readonly string[], dice: Dice) => readonly string[]): Blow {
  return onLines((lines, dice) =>
    change(lines, dice.below(lines.length), (line) => inCells(line, (cells) => blow(cells, dice))),
  )
}

function onHeader(blow: (cells: readonly string[], dice: Dice) => readonly string[]): Blow {
  return onLines((lines, dice) => change(lines, 0, (line) => inCells(line, (cells) => blow(cells, dice))))
}

function onColumn(blow: (cells: readonly string[], row: number, dice: Dice) => readonly string[]): Blow {
  return onLines((lines, dice) =>
    lines.map((line, row) => (line === '' ? line : inCells(line, (cells) => blow(cells, row, dice)))),
  )
}

function inCells(line: string, blow: (cells: readonly string[]) => readonly string[]): string {
  const separator = line.includes(';') && !line.includes(',') ? ';' : ','
  return blow(line.split(separator)).join(separator)
}

function change(list: readonly string[], place: number, by: (item: string) => string): readonly string[] {
  return list.map((item, index) => (index === place ? by(item) : item))
}

const insert = (all: string, place: number, what: string): string => all.slice(0, place) + what + all.slice(place)

const cut = (bytes: Uint8Array, from: number, count: number): Uint8Array =>
  splice(bytes.slice(0, from), from, bytes.slice(from + count))

function splice(bytes: Uint8Array, at: number, what: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length + what.length)
  all.set(bytes.subarray(0, at))
  all.set(what, at)
  all.set(bytes.subarray(at), at + what.length)
  return all
}
