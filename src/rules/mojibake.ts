// UTF-8 once read as Windows-1252 and saved again (`AnaÃ¯s`): undone only where nothing was lost.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

/** Windows-1252 of the bytes 0x80–0x9F; the five undefined ones map to themselves. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** A byte of UTF-8 after the first, as Windows-1252 shows it. */
const after = `[\u0080-\u00BF${high.replace(/[\u0080-\u009F]/g, '')}]`
/** What nobody writes, and what is garbled only if all of the cell can be undone. */
const surely = new RegExp(`[\u00C2\u00C3\u00C5]${after}|\u00E2${after}${after}|\u00E2€|\uFFFD`)
const perhaps = new RegExp(`[\u00C2-\u00DF]${after}|[\u00E0-\u00EF]${after}${after}|\u00F0${after}{3}`)
const garbled = new RegExp(`${surely.source}|${perhaps.source}`)

export const mojibake: CellRule = {
  code: 'mojibake',
  scope: 'cell',
  severity: 'warning',
  fix: 'safe',
  suspect: [new RegExp(`[\\uFFFD${after.slice(1, -1)}]`)],
  fr: {
    title: 'Accents déformés',
    why: 'Un nom de cours ou de groupe déformé est un autre nom pour Moodle (règles 36 et 48).',
    todo: 'vérifiez le texte : des accents ont été déformés par un enregistrement précédent.',
    repaired: 'accents déformés',
  },
  en: {
    title: 'Garbled accents',
    why: 'A garbled course or group name is another name to Moodle (rules 36 and 48).',
    todo: 'check the text: accents were garbled when the file was saved before.',
    repaired: 'garbled accents',
  },
  examples: { bad: [file({ firstname: 'AnaÃ¯s' })], good: [file({ firstname: 'Bahâ’i' }), file({})] },
  check: (value, field, { reference }) => {
    if (!garbled.test(value) || reference.hasName(field, value)) return null
    const undone = value.includes('\uFFFD') ? null : undo(value)
    if (undone !== null) return { edit: undone }
    return surely.test(value) ? { severity: 'error' } : null
  },
}

/** The text before it was garbled, or null when some of it was not. */
function undo(value: string): string | null {
  const bytes = Array.from(value, (character) => {
    const place = high.indexOf(character)
    const code = character.codePointAt(0) ?? 0
    return place >= 0 ? 0x80 + place : code < 0x100 ? code : null
  })
  if (bytes.some((byte) => byte === null)) return null
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]))
  } catch {
    return null
  }
}
