// Enrolled in a course that students cannot see: perhaps on purpose, worth a look.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseHidden: CellRule = {
  code: 'course-hidden',
  scope: 'cell',
  fields: ['course'],
  severity: 'warning',
  fix: 'none',
  needs: 'courses',
  fr: {
    title: 'Cours masqué',
    why: 'Moodle inscrit sans remarque, mais les étudiants ne voient pas le cours (règle 39).',
    todo: 'rendez le cours visible si les personnes doivent y entrer dès maintenant.',
  },
  en: {
    title: 'Hidden course',
    why: 'Moodle enrols without a remark, but students do not see the course (rule 39).',
    todo: 'make the course visible if people should enter it now.',
  },
  examples: { bad: [file({ course1: 'CACHE-2025' })], good: [file({})] },
  check: (value, _field, { reference }) => (reference.course(value)?.visible === false ? {} : null),
}
