// Mattermost makes mentions, links, emoji and formulas of plain text, and a backslash stops only some of them: a
// no-width space beside the sign stops the rest. Observed in the web client 11.6 and in the sources of its Markdown.

/** Breaks a word for the machine and not for the eye. */
const gap = '\u200b'

/** Our own words, with every sign shown as it is. */
export function literal(text: string): string {
  return text
    .replace(/\r\n|[\r\n\u2028\u2029]/g, ' ')
    .replace(/\$/g, '＄')
    .replace(/[\\`*_[\]~|]/g, String.raw`\$&`)
    .replace(/[@<]|(?<=[#~])|&(?=#?\w+;)|;(?=[-)])|\/(?=\/)|www(?=\d*\.)|x(?=-d\b)/gi, `$&${gap}`)
    .replace(/(?<=\p{L}):(?=\S)|:(?=[^\s\d]|\d\w*:)|(?<=[\p{L}\d])\.(?=\p{L}{2,4}\/)/gu, `$&${gap}`)
}

/** Set off by `*` or `**` on each side; blanks stay outside, as they must. */
export function emphasised(text: string, sign: '*' | '**'): string {
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? []
  if (words === '' || words.includes('*')) return literal(text)
  return `${before}${sign}${literal(words)}${sign}${after}`
}

/** What others wrote, in a code span, where nothing is alive; blanks that would vanish become dots. */
export function code(value: string): string {
  const line = visible(value)
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(line) ? ' ' : ''
  return `${fence}${pad}${line}${pad}${fence}`
}

/** What a person is called: as it stands when it is letters only, otherwise as anything else that others wrote. */
export function name(value: string): string {
  const plain = /^\p{L}[\p{L}\p{M}'’]*(?:[ -]\p{L}[\p{L}\p{M}'’]*)*\.?$/u.test(value)
  return plain && !/\bx-d\b|^www\.$/i.test(value) ? value : code(value)
}

/** A link of ours; what is no web address stays text. */
export function link(address: string, text: string): string {
  if (!/^https?:\/\//i.test(address)) return literal(text)
  return `[${literal(text)}](${address.replace(/[\s()<>\\"]/gu, percent)})`
}

/** Pieces of one line, kept from running into each other. */
export function joined(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .reduce((line, piece) => (/[`*]$/.test(line) && /^[`*]/.test(piece) ? line + gap : line) + piece, '')
}

/** A line whose first signs would make it a list, a title, a quotation or a rule. */
export function asLine(line: string): string {
  return /^\s*(?:[-+*=]|\d+[.)]|#|>)/.test(line) && !/^\*{1,2}[^\s*]/.test(line) ? gap + line : line
}

function visible(value: string): string {
  if (value === '') return ' '
  return value
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '⏎')
    .replace(/[\p{Cc}\p{Cf}]/gu, '·')
    .replace(/^\s+|\s+$|\s{2,}/gu, (blanks) => '·'.repeat(blanks.length))
}

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
