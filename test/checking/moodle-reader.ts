// An independent reader of what goes to Moodle: PHP's fgetcsv, backslash and all, as "Upload users" calls it.

type Delimiter = ',' | ';' | '\t' | ':'

/** What one (row, courseN) asks of Moodle. */
export type Asked = {
  readonly row: number
  readonly username: string
  readonly course: string
  readonly role: string
  readonly group: string | null
  readonly period: number | null
  readonly status: string
  readonly start: string
}

/** Reads a CSV as Moodle does (rules 4 to 19, 41, 53 to 57). Throws where Moodle refuses the file. */
export function askedOfMoodle(bytes: Uint8Array, delimiter: Delimiter): readonly Asked[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replaceAll('\uFFFD', '')
  const [posted, ...rows] = records(
    text
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/^[ \t\n\0\v]+|[ \t\n\0\v]+$/g, ''),
    delimiter,
  )
  const header = (posted ?? []).map((name) => trim(name).toLowerCase())
  if (header.length < 2) throw new Error('csvfewcolumns')
  if (new Set(header).size < header.length) throw new Error('duplicatefieldname')
  const wrong = header.find(
    (name) =>
      !/^(?:username|firstname|lastname|email|(?:course|role|group|enrolperiod|enrolstatus|enroltimestart)\d+)$/.test(
        name,
      ),
  )
  if (wrong !== undefined) throw new Error(`invalidfieldname ${wrong}`)
  return rows.flatMap((cells, index) => {
    if (cells.length !== header.length) throw new Error('csvweirdcolumns')
    return askedByRow(new Map(header.map((name, place) => [name, trim(cells[place] ?? '')])), index + 2)
  })
}

function askedByRow(cells: ReadonlyMap<string, string>, row: number): readonly Asked[] {
  const username = (cells.get('username') ?? '').toLowerCase().replace(/[^-.@_a-z0-9]/g, '')
  const numbers = [...cells.keys()].flatMap((name) => /^course(\d+)$/.exec(name)?.[1] ?? [])
  return numbers.flatMap((number): readonly Asked[] => {
    const of = (field: string) => cells.get(field + number) ?? ''
    const course = of('course')
    if (course === '' || course === '0') return []
    const days = Number.parseInt(of('enrolperiod'), 10)
    return [
      {
        ...{ row, username, course, role: of('role'), group: ['', '0'].includes(of('group')) ? null : of('group') },
        period: days > 0 ? days : null,
        status: of('enrolstatus'),
        start: of('enroltimestart'),
      },
    ]
  })
}

const trim = (text: string): string => text.replace(/^[ \t\n\r\0\v]+|[ \t\n\r\0\v]+$/g, '')

function records(text: string, delimiter: Delimiter): string[][] {
  const found: string[][] = []
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, at, delimiter)
    if (record.cells.length > 1 || text.slice(at, record.end) !== '') found.push(record.cells)
    at = record.end + 1
  }
  return found
}

function readRecord(text: string, start: number, delimiter: Delimiter): { cells: string[]; end: number } {
  const cells: string[] = []
  for (let at = start; ; at++) {
    let opening = at
    while (text[opening] !== delimiter && ' \t\v\f\r'.includes(text[opening] ?? '\n')) opening++
    const cell = text[opening] === '"' ? quoted(text, opening + 1, delimiter) : plain(text, at, delimiter)
    cells.push(cell.text)
    at = cell.end
    if (text[at] !== delimiter) return { cells, end: at }
  }
}

function plain(text: string, start: number, delimiter: Delimiter): { text: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n') end++
  return { text: text.slice(start, end), end }
}

/** A backslash keeps the quote after it from closing the cell, and stays; what follows the closing quote is kept. */
function quoted(text: string, start: number, delimiter: Delimiter): { text: string; end: number } {
  let value = ''
  let at = start
  for (; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) value += text[at]! + text[++at]!
    else if (text[at] !== '"') value += text[at]!
    else if (text[at + 1] === '"') value += text[at++]!
    else break
  }
  const rest = plain(text, at + 1, delimiter)
  return { text: value + rest.text, end: Math.min(rest.end, text.length) }
}
