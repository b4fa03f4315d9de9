// When two names are the same to a person but not to Moodle: case, accents, blanks, dashes, apostrophes, entities.

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Characters that show nothing (policy, "Row shape"). */
export const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\u00AD]/g

/** Blanks of every width, line breaks aside. */
export const blank = '[ \\t\\v\\f\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000]'

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

export const stripAccents = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036F]/g, '')

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : null
    if (code !== null) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return entities[String(name).toLowerCase()] ?? whole
  })
}
