// Excel saves in the encoding of its system; Moodle would drop the accented letters in silence.
import type { FileRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { latin1 } from './values.ts'

export const encodingConverted: FileRule = {
  code: 'encoding-converted',
  scope: 'file',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Encodage converti',
    why: 'Lu comme de l’UTF-8, le fichier perdrait ses lettres accentuées, identifiants compris (règle 5).',
    todo: (values) => `le fichier était en ${String(values.encoding)} : il a été converti en UTF-8.`,
    repaired: 'accents convertis pour Moodle',
  },
  en: {
    title: 'Encoding converted',
    why: 'Read as UTF-8, the file would lose its accented letters, usernames included (rule 5).',
    todo: (values) => `the file was in ${String(values.encoding)}: it was converted to UTF-8.`,
    repaired: 'accents converted for Moodle',
  },
  examples: { bad: [latin1(file({}))], good: [file({})] },
  check: ({ encoding }) =>
    encoding === null || encoding === 'utf-8' ? [] : [{ values: { encoding }, value: encoding, edit: 'utf-8' }],
}
