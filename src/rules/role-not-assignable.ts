// A role that exists but that nobody can be given in a course, or not by the account that uploads.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const roleNotAssignable: CellRule = {
  code: 'role-not-assignable',
  scope: 'cell',
  fields: ['role'],
  severity: 'error',
  fix: 'none',
  needs: 'roles',
  fr: {
    title: 'Rôle non attribuable dans un cours',
    why: 'Moodle le déclare inconnu et n’inscrit pas la personne (règle 43).',
    todo: 'indiquez un rôle de cours : `student`, `teacher`, `editingteacher`…',
  },
  en: {
    title: 'Role that cannot be given in a course',
    why: 'Moodle calls it unknown and does not enrol the person (rule 43).',
    todo: 'give a role for a course: `student`, `teacher`, `editingteacher`…',
  },
  examples: { bad: [file({ role1: 'coursecreator' }), file({ role1: 'guest' })], good: [file({})] },
  check: (value, _field, { reference }) =>
    reference.roles?.some(
      ({ shortname, id, assignable }) => !assignable && (shortname === value || String(id) === value),
    )
      ? {}
      : null,
}
