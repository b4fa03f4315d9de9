// No such short name; what was probably meant is shown, never guessed.
import { within } from '../checking/distance.ts'
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
function meantBy(value: string, reference: Reference): string | null {
  if (value.length > 1000) return null
  const courses = reference.courses.filter(({ shortname, frontpage }) => !frontpage && shortname !== '0')
  const { id, name } = addressed(value)
  const folded = fold(name)
  const named = courses.filter((course) => String(course.id) === id || namesOf(course).includes(folded))
  if (named.length > 0) return onlyOne(named)
  const unquoted = fold(value.replace(/^['“”«»‘’"\s]+|['“”«»‘’"\s]+$/g, ''))
  return onlyOne(courses.filter(({ shortname }) => within(unquoted, fold(shortname), 2)))
}

const onlyOne = ([only, ...others]: readonly Course[]): string | null =>
  only && others.length === 0 ? only.shortname : null

/** Moodle's address of a course has its id, or its short name; anything else is taken for both. */
function addressed(value: string): { readonly id: string; readonly name: string } {
  const [, key, found] = /^https?:.*[?&](id|name|idnumber)=([^&#]+)/i.exec(value) ?? []
  if (found === undefined) return { id: value, name: value }
  return key === 'id' ? { id: found, name: '' } : { id: '', name: decoded(found) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

const namesOf = ({ shortname, fullname, idnumber }: Course): readonly string[] =>
  [shortname, fullname, idnumber].filter((name) => name !== '').map(fold)
