// `course01` beside `role1`: Moodle pairs digits as they are written, so the role would go to no course.
import { slotSpellings } from '../checking/header.ts'
import type { HeaderRule } from '../checking/rule.ts'
import { splitNumber } from '../moodle/fields.ts'
import { file } from './examples.ts'

export const columnNumbersUnpaired: HeaderRule = {
  code: 'column-numbers-unpaired',
  scope: 'header',
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Numéros de colonnes dépareillés',
    why: 'Moodle apparie les numéros tels qu’ils sont écrits : `course01` va avec `role01`, pas avec `role1` (règle 19).',
    todo: 'écrivez le même numéro pour le cours et pour son rôle : `course1`, `role1`.',
  },
  en: {
    title: 'Column numbers do not pair',
    why: 'Moodle pairs numbers as they are written: `course01` goes with `role01`, not with `role1` (rule 19).',
    todo: 'write the same number for the course and its role: `course1`, `role1`.',
  },
  examples: {
    bad: [file({}).replace('course1', 'course01')],
    good: [file({}).replace('course1', 'course01').replace('role1', 'role01')],
  },
  check: ({ columns }) =>
    columns
      .filter(
        ({ kind, number, name }) => kind === 'read' && number !== null && /^0\d/.test(splitNumber(name).digits ?? ''),
      )
      .filter(({ number }) => slotSpellings(number ?? 0, columns).size > 1)
      .map(({ name, posted, field, number }) => ({ field: name, value: posted, edit: field + String(number) })),
}
