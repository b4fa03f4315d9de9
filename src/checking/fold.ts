// When two names are the same to a person but not to Moodle: case, accents, blanks, dashes, apostrophes, entities.

const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '-', mdash: '-', lsquo: "'", rsquo: "'" },
    ...{ laquo: '«', raquo: '»', hellip: '…', oelig: 'œ', aelig: 'æ', deg: '°' },
  }),
)

/** Characters that show nothing (policy, "Row shape"). */
export const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g

/** Characters that command a machine; tab, line ends, vertical tab and form feed are blanks. */
export const control = /[\u0000-\u0008\u000E-\u001F\u007F-\u009F\u2028\u2029]/g

/** Blanks of every width, line breaks aside. */
export const blank = '[ \\t\\v\\f\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]'

const oneBlank = new RegExp(`${blank}|[\\r\\n]`)
const isBlankAt = (text: string, place: number): boolean => {
  const unit = text.charCodeAt(place)
  return !(unit > 32 && unit < 160) && oneBlank.test(text.charAt(place))
}

/** Without blanks of any width nor line breaks at its ends; a pattern would look at a long run of them again and again. */
export function trimBlanks(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && isBlankAt(text, start)) start++
  while (end > start && isBlankAt(text, end - 1)) end--
  return start === 0 && end === text.length ? text : text.slice(start, end)
}

/** True for a cell in which there is nothing to see. */
export const isBlank = (cell: string): boolean =>
  cell === '' || (!startsVisibly(cell) && cell.replace(invisible, '').replace(control, '').trim() === '')

/** An ASCII sign at the start settles it for nearly every cell. */
function startsVisibly(cell: string): boolean {
  const first = cell.charCodeAt(0)
  return first > 0x20 && first < 0x7f
}

/** False for a name that no upload can give: PHP's trim would change it, or it holds a line break. */
export const isWritable = (name: string): boolean => !/^[ \t\v\0]|[ \t\v\0]$|[\r\n]/.test(name)

/** The common form of all spellings that differ only in case, accents, blanks, dashes, apostrophes or HTML entities. */
export function fold(text: string): string {
  const plain = text.includes('&') ? decodeEntities(text) : text
  return stripAccents(plain)
    .replace(invisible, '')
    .replace(/\s+/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .toLowerCase()
}

/** A name of a column or role as its letters and digits alone: also without `_`, `-`, apostrophes and dots. */
export const squeeze = (text: string): string => fold(text).replace(/[-_'.:*]/g, '')

export const stripAccents = (text: string): string => normalized(text, 'NFD').replace(/[\u0300-\u036F]/g, '')

/** The text in that form of Unicode; accents heaped on one letter are left, as sorting them takes the square of their number. */
export const normalized = (text: string, form: 'NFC' | 'NFD'): string =>
  text.length > 1000 && /\p{M}{100}/u.test(text) ? text : text.normalize(form)

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : null
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    const word = String(name).toLowerCase()
    return entities.get(word) ?? (/^[a-z](?:acute|grave|circ|uml|cedil|tilde)$/.test(word) ? word.charAt(0) : whole)
  })
}
