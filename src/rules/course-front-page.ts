// The front page has a short name too: enrolling there gives a role on the whole site.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseFrontPage: CellRule = {
  code: 'course-front-page',
  scope: 'cell',
  fields: ['course'],
  severity: 'error',
  fix: 'none',
  needs: 'courses',
  fr: {
    title: 'Page d’accueil du site à la place d’un cours',
    why: 'Moodle donnerait un rôle sur la page d’accueil du site, sans inscription (règle 40).',
    todo: 'indiquez le nom court d’un cours.',
  },
  en: {
    title: 'The site’s front page instead of a course',
    why: 'Moodle would give a role on the front page of the site and no enrolment (rule 40).',
    todo: 'give the short name of a course.',
  },
  examples: { bad: [file({ course1: 'oracle' })], good: [file({})] },
  check: (value, _field, { reference }) => (reference.course(value)?.frontpage ? {} : null),
}
