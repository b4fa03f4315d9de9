// Digits are an internal id to Moodle, and other numbers make a new group at every upload.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

/** What PHP's `is_numeric` accepts. */
export const numeric = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/

export const groupNumeric: CellRule = {
  code: 'group-numeric',
  scope: 'cell',
  fields: ['group'],
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Nom de groupe fait d’un nombre',
    why: 'Moodle prend les chiffres pour le numéro interne d’un groupe, ou crée un groupe de plus à chaque envoi (règle 49).',
    todo: 'donnez au groupe un nom qui contient une lettre, comme `TD 1`.',
  },
  en: {
    title: 'Group name that is a number',
    why: 'Moodle takes digits for the internal id of a group, or creates one more group at each upload (rule 49).',
    todo: 'give the group a name with a letter in it, such as `TD 1`.',
  },
  examples: { bad: [file({ group1: '12' }), file({ group1: '1e3' })], good: [file({ group1: 'TD1' })] },
  check: (value) => (numeric.test(value) ? {} : null),
}
