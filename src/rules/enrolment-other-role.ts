// Roles add up: the one the person already has stays.
import type { EnrolmentRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const julie = {
  username: 'martinj',
  firstname: 'Julie',
  lastname: 'Martin',
  email: 'julie.martin@univ-exemple.example',
}

export const enrolmentOtherRole: EnrolmentRule = {
  code: 'enrolment-other-role',
  scope: 'enrolment',
  severity: 'warning',
  fix: 'none',
  needs: 'enrolments',
  fr: {
    title: 'Déjà inscrit avec un autre rôle',
    why: 'Moodle ajoute le rôle et ne retire pas l’ancien (règle 59).',
    todo: (values) =>
      `la personne est déjà \`${String(values.roles)}\` et aura les deux rôles. Vérifiez que c’est voulu.`,
  },
  en: {
    title: 'Already enrolled with another role',
    why: 'Moodle adds the role and does not remove the old one (rule 59).',
    todo: (values) =>
      `the person is already \`${String(values.roles)}\` and will have both roles. Check that it is meant.`,
  },
  examples: { bad: [file(julie)], good: [file({})] },
  check: ({ number, role, existing }) => {
    const roles = existing?.flatMap((enrolment) => enrolment.roles) ?? []
    if (roles.length === 0 || roles.includes(role)) return null
    return { field: `role${number}`, value: role, values: { roles: roles.join(', ') } }
  },
}
