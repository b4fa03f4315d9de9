// Over 254 characters the upload stops half-way with a database error.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const groupTooLong: CellRule = {
  code: 'group-too-long',
  scope: 'cell',
  fields: ['group'],
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Nom de groupe trop long',
    why: 'Au-delà de 254 caractères, Moodle s’arrête au milieu du fichier (règle 51).',
    todo: 'raccourcissez le nom du groupe.',
  },
  en: {
    title: 'Group name too long',
    why: 'Over 254 characters Moodle stops in the middle of the file (rule 51).',
    todo: 'shorten the name of the group.',
  },
  examples: { bad: [file({ group1: 'G'.repeat(255) })], good: [file({ group1: 'G'.repeat(254) })] },
  check: (value) => (value.length > 254 && Array.from(value).length > 254 ? {} : null),
}
