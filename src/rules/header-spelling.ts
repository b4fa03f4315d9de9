// Case, blanks, `_` or zeros in a column name that leave no doubt.
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const headerSpelling: HeaderRule = {
  code: 'header-spelling',
  scope: 'header',
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Nom de colonne remis en forme',
    why: 'Moodle tolère la casse, mais ni espace insécable, ni tiret, ni numéro manquant (règles 17 et 19).',
    todo: 'la colonne a été renommée.',
    repaired: 'en-têtes remis en forme',
  },
  en: {
    title: 'Column name tidied',
    why: 'Moodle accepts any case, but no non-breaking space, no dash, no missing number (rules 17 and 19).',
    todo: 'the column was renamed.',
    repaired: 'headers tidied',
  },
  examples: {
    bad: [file({}).replace('username', 'Username'), file({}).replace('course1', 'course')],
    good: [file({})],
  },
  check: ({ kept }) =>
    kept
      .filter(({ naming, name, posted }) => naming !== 'alias' && name !== posted)
      .map(({ name, posted }) => ({ field: name, value: posted, edit: name })),
}
