// Blanks around a value, of any width: Moodle trims only some of them.
import { isWritable, trimBlanks } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const cellBlanks: CellRule = {
  code: 'cell-blanks',
  scope: 'cell',
  severity: 'info',
  fix: 'safe',
  suspect: [/[\t\v\f\r\n\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/, /^ /, / $/],
  fr: {
    title: 'Espaces autour d’une valeur',
    why: 'Moodle retire les espaces ordinaires, pas les espaces insécables (règles 36 et 46).',
    todo: 'elles ont été retirées.',
    repaired: 'espaces en trop',
  },
  en: {
    title: 'Blanks around a value',
    why: 'Moodle trims ordinary blanks, not non-breaking ones (rules 36 and 46).',
    todo: 'they were removed.',
    repaired: 'extra blanks',
  },
  examples: { bad: [file({ role1: 'student\u00A0' }), file({ course1: ' M1-BIO-2025' })], good: [file({})] },
  check: (value, field, { reference }) =>
    trimBlanks(value) === value || (isWritable(value) && reference.hasName(field, value))
      ? null
      : { edit: trimBlanks(value) },
}
