// Moodle takes digits for a role's id, so a role whose short name is a number can never be named.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const roleNumericShortName: CellRule = {
  code: 'role-numeric-short-name',
  scope: 'cell',
  fields: ['role'],
  severity: 'error',
  fix: 'unsafe',
  needs: 'roles',
  fr: {
    title: 'Rôle au nom fait de chiffres',
    why: 'Moodle prend les chiffres pour un numéro interne et ne trouve jamais ce rôle (règle 42).',
    todo: 'indiquez un autre rôle, ou le numéro interne de celui-ci.',
  },
  en: {
    title: 'Role with a name of digits',
    why: 'Moodle takes digits for an internal id and never finds this role (rule 42).',
    todo: 'give another role, or the internal id of this one.',
  },
  examples: { bad: [file({ role1: '42' })], good: [file({})] },
  check: (value, _field, { reference }) => {
    if (!/^\d+$/.test(value) || value === '0') return null
    const role = reference.roles?.find(({ shortname }) => shortname === value)
    return role ? { edit: String(role.id) } : null
  },
}
