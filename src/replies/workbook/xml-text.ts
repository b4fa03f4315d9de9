// Text of others inside XML: nothing in it may end an element, and what XML cannot hold takes the form Office gives it.

/** Longest text of a cell, in UTF-16 units: Excel calls a file with a longer one damaged. */
const longest = 32_767

const special = /[&<>"\0-\x08\x0B-\x1F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/

/**
 * The text for an element or an attribute. Characters that are no XML are written `_x001F_`, and a text that looks like
 * that is kept apart from it (ECMA-376, 22.9.2.19 ST_Xstring). A text too long for a cell is cut.
 */
export function xmlText(text: string): string {
  const whole = text.length > longest ? text.slice(0, longest) : text
  return special.test(whole) ? whole.replace(new RegExp(special, 'g'), escaped) : whole
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (character: string): string =>
  entities[character] ?? `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
