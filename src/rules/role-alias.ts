// A word for a role that leaves no doubt: Moodle's own names in French and English, and those of the site's list.
import { fold, squeeze } from '../checking/fold.ts'
import type { CellRule, Context } from '../checking/rule.ts'
import { commonRoleAliases } from '../moodle/roles.ts'
import { file } from './examples.ts'
import { assignableRoles, isExactRole } from './role-unknown.ts'

export const roleAlias: CellRule = {
  code: 'role-alias',
  scope: 'cell',
  fields: ['role'],
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Rôle traduit',
    why: 'Moodle ne connaît que le nom court du rôle, en minuscules et en anglais pour les rôles d’origine (règle 42).',
    todo: 'il a été remplacé par le nom court du rôle.',
    repaired: 'rôles traduits',
  },
  en: {
    title: 'Role translated',
    why: 'Moodle knows only the short name of the role, exactly as written (rule 42).',
    todo: 'it was replaced by the short name of the role.',
    repaired: 'roles translated',
  },
  examples: { bad: [file({ role1: 'Étudiant' }), file({ role1: 'Student' }), file({ role1: '5' })], good: [file({})] },
  check: (value, _field, context) => {
    if (value === '' || value === '0' || isExactRole(value, context)) return null
    const role = meantBy(value, context)
    return role === null ? null : { edit: role }
  },
}

function meantBy(value: string, context: Context): string | null {
  const roles = assignableRoles(context)
  if (/^\d+$/.test(value)) return roles.find(({ id }) => String(id) === value)?.shortname ?? null
  if (/['"‘’“”]/.test(value)) return null
  const folded = fold(value)
  const alike = roles.filter((role) => fold(role.shortname) === folded || fold(role.name) === folded)
  if (alike.length > 0) return alike.length === 1 ? (alike[0]?.shortname ?? null) : null
  const alias = context.site.roleAliases[squeeze(value)] ?? commonRoleAliases.get(squeeze(value))
  return roles.some(({ shortname }) => shortname === alias) ? (alias ?? null) : null
}
