// Two groups in one cell become one group with both names.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const groupSeparator: CellRule = {
  code: 'group-separator',
  scope: 'cell',
  fields: ['group'],
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Séparateur dans un nom de groupe',
    why: 'Moodle en fait un seul groupe qui porte tout ce nom (règle 50).',
    todo: 'pour deux groupes, écrivez une ligne par groupe.',
  },
  en: {
    title: 'Separator inside a group name',
    why: 'Moodle makes one group with that whole name (rule 50).',
    todo: 'for two groups, write one row per group.',
  },
  examples: { bad: [file({ group1: 'TD1;TD2' }), file({ group1: 'TD1,TD2' })], good: [file({ group1: 'TD1|TD2' })] },
  check: (value, _field, { reference }) => (/[;,]/.test(value) && !reference.hasName('group', value) ? {} : null),
}
