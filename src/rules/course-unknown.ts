// No such short name; what was probably meant is shown, never guessed.
import { nearest } from '../checking/distance.ts'
import { fold } from '../checking/fold.ts'
import type { Course, Reference } from '../checking/reference.ts'
import type { CellRule, Finding } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseUnknown: CellRule = {
  code: 'course-unknown',
  scope: 'cell',
  fields: ['course'],
  severity: 'error',
  fix: 'unsafe',
  needs: 'courses',
  fr: {
    title: 'Cours introuvable',
    why: 'Moodle ne connaît un cours que par son nom court, exactement (règles 35 et 36).',
    todo: 'indiquez le nom court du cours, tel qu’il figure dans ses paramètres.',
  },
  en: {
    title: 'Course not found',
    why: 'Moodle knows a course only by its exact short name (rules 35 and 36).',
    todo: 'give the short name of the course, as its settings show it.',
  },
  examples: {
    bad: [file({ course1: 'M1-CHIMIE-2025' }), file({ course1: 'Master 1 Biologie 2025' })],
    good: [file({})],
  },
  check: (value, _field, { reference }) => {
    if (value === '' || value === '0' || reference.course(value) !== null) return null
    return suggestion(meantBy(value, reference))
  },
}

const suggestion = (shortname: string | null): Finding => (shortname === null ? {} : { edit: shortname })

/** By its full name, idnumber, id or address; else the one short name within two edits. */
function meantBy(value: string, { courses }: Reference): string | null {
  const id = /[?&]id=(\d+)/.exec(value)?.[1] ?? value
  const folded = fold(value)
  const named = courses.filter((course) => !course.frontpage && (isNamed(course, folded) || String(course.id) === id))
  if (named.length > 0) return named.length === 1 ? (named[0]?.shortname ?? null) : null
  const unquoted = value.replace(/^['“”«»‘’"\s]+|['“”«»‘’"\s]+$/g, '')
  return nearest(
    fold(unquoted),
    courses.map(({ shortname }) => fold(shortname)),
  ) === null
    ? null
    : nearestCourse(fold(unquoted), courses)
}

const isNamed = ({ fullname, idnumber }: Course, folded: string): boolean =>
  fold(fullname) === folded || (idnumber !== '' && fold(idnumber) === folded)

function nearestCourse(folded: string, courses: readonly Course[]): string | null {
  const close = nearest(
    folded,
    courses.map(({ shortname }) => fold(shortname)),
  )
  return courses.find(({ shortname }) => fold(shortname) === close)?.shortname ?? null
}
