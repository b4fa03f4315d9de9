// The service asks for a course on every row; Moodle would do nothing and say nothing.
import type { EnrolmentRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseEmpty: EnrolmentRule = {
  code: 'course-empty',
  scope: 'enrolment',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Cours absent',
    why: 'Moodle ignore sans rien dire un cours vide ou « 0 » (règle 41).',
    todo: 'indiquez le nom court du cours.',
  },
  en: {
    title: 'Course missing',
    why: 'Moodle silently ignores an empty course or “0” (rule 41).',
    todo: 'give the short name of the course.',
  },
  examples: { bad: [file({ course1: '' }), file({ course1: '0' })], good: [file({})] },
  check: ({ number, course }) =>
    (course === '' && number === 1) || course === '0' ? { field: `course${number}`, value: course } : null,
}
