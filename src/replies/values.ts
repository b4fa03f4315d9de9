// A cell on a narrow screen: what cannot be seen is made visible, what is long is shortened where it says least.

/** Longest value shown, in characters. */
const limit = 40
const tail = 14

/** The value for a code span: at most 40 characters on one line, nothing invisible left in it. */
export const shown = (value: string): string => shortened(visible(value))

/** The value with odd blanks and invisible characters as `·`, line breaks as `↵`, other controls as their pictures. */
export function visible(value: string): string {
  return isPlain(value) ? value : uncovered(value)
}

/** Most cells: letters and signs of western Europe, single blanks between them. */
const isPlain = (value: string): boolean => !/[^ -~\u00C0-\u017F]| {2}|^ | $/.test(value)

function uncovered(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, '↵')
    .replace(/[^\S ]|\p{Cf}/gu, '·')
    .replace(/^ +| {2,}| +$/g, (blanks) => '·'.repeat(blanks.length))
    .replace(/[\0-\x1F]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7F-\x9F]/g, '\u2421')
}

function shortened(value: string): string {
  const characters = Array.from(value)
  if (characters.length <= limit) return value
  return `${characters.slice(0, limit - tail - 1).join('')}…${characters.slice(-tail).join('')}`
}
