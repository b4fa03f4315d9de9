// UTF-8 once read as Windows-1252 and saved again (`AnaÃ¯s`): undone only where nothing was lost.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

/** Windows-1252 of the bytes 0x80–0x9F; the five undefined ones map to themselves. */
const high = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

export const mojibake: CellRule = {
  code: 'mojibake',
  scope: 'cell',
  severity: 'warning',
  fix: 'safe',
  suspect: [/[\u00C3\u00C2\u00C5\u00E2\uFFFD]/],
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
  examples: { bad: [file({ firstname: 'AnaÃ¯s' })], good: [file({ firstname: 'Ã€LEX'.slice(2) }), file({})] },
  check: (value) => {
    if (value.includes('\uFFFD')) return { severity: 'error' }
    if (!/[\u00C3\u00C2\u00C5\u00E2][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/.test(value)) return null
    const undone = undo(value)
    return undone === null ? { severity: 'error' } : { edit: undone }
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
