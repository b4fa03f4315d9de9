// A name that differs from one course only in case, accents, blanks, dashes or apostrophes.
import { isWritable } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseSpelling: CellRule = {
  code: 'course-spelling',
  scope: 'cell',
  fields: ['course'],
  severity: 'info',
  fix: 'safe',
  needs: 'courses',
  fr: {
    title: 'Nom court de cours remis en forme',
    why: 'Selon sa base de données, Moodle trouve ou non un cours dont la casse ou les accents diffèrent (règle 36).',
    todo: 'il a été écrit comme sur le site.',
    repaired: 'noms de cours remis en forme',
  },
  en: {
    title: 'Course short name tidied',
    why: 'Depending on its database Moodle finds, or not, a course whose case or accents differ (rule 36).',
    todo: 'it was written as on the site.',
    repaired: 'course names tidied',
  },
  examples: { bad: [file({ course1: 'm1-bio-2025' }), file({ course1: 'Meca' })], good: [file({ course1: 'Méca' })] },
  check: (value, _field, { reference }) => {
    if (value === '' || value === '0' || reference.course(value) !== null) return null
    const [only, ...others] = reference.coursesLike(value)
    return only && others.length === 0 && isWritable(only.shortname) ? { edit: only.shortname } : null
  },
}
