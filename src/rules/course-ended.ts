// A course of another year: perhaps the wrong one of two alike.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseEnded: CellRule = {
  code: 'course-ended',
  scope: 'cell',
  fields: ['course'],
  severity: 'warning',
  fix: 'none',
  needs: 'courses',
  fr: {
    title: 'Cours terminé',
    why: 'Moodle inscrit sans remarque dans un cours dont la date de fin est passée (règle 39).',
    todo: 'vérifiez que c’est bien le cours de cette année.',
  },
  en: {
    title: 'Ended course',
    why: 'Moodle enrols without a remark in a course whose end date has passed (rule 39).',
    todo: 'check that it is this year’s course.',
  },
  examples: { bad: [file({ course1: 'FINI-2020' })], good: [file({})] },
  check: (value, _field, { reference }) => (reference.course(value)?.ended ? {} : null),
}
