// Moodle would give the course's default role, whatever that is.
import type { EnrolmentRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const roleEmpty: EnrolmentRule = {
  code: 'role-empty',
  scope: 'enrolment',
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Rôle absent',
    why: 'Moodle donnerait le rôle par défaut du cours, qui n’est pas toujours étudiant (règle 45).',
    todo: 'indiquez le rôle, par exemple `student`.',
  },
  en: {
    title: 'Role missing',
    why: 'Moodle would give the default role of the course, which is not always student (rule 45).',
    todo: 'give the role, for instance `student`.',
  },
  examples: { bad: [file({ role1: '' }), file({ role1: '0' })], good: [file({})] },
  check: ({ number, course, role }) =>
    course !== '' && course !== '0' && (role === '' || role === '0')
      ? { field: `role${number}`, value: role, ...(role === '' && { edit: 'student' }) }
      : null,
}
