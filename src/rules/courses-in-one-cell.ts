// Several courses in one cell; an exact name comes first, since a short name may hold a comma.
import { fold } from '../checking/fold.ts'
import type { Reference } from '../checking/reference.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const coursesInOneCell: CellRule = {
  code: 'courses-in-one-cell',
  scope: 'cell',
  fields: ['course'],
  severity: 'error',
  fix: 'none',
  needs: 'courses',
  fr: {
    title: 'Plusieurs cours dans une cellule',
    why: 'Moodle cherche un seul cours qui porterait tout ce nom (règle 35).',
    todo: 'un cours par cellule : ajoutez les colonnes `course2`, `role2`, ou une ligne par cours.',
  },
  en: {
    title: 'Several courses in one cell',
    why: 'Moodle looks for one course with that whole name (rule 35).',
    todo: 'one course per cell: add the columns `course2`, `role2`, or one row per course.',
  },
  examples: { bad: [file({ course1: 'M1-BIO-2025; UE 12 Droit' })], good: [file({ course1: 'HIST, S1' })] },
  check: (value, _field, { reference }) => {
    if (reference.course(value) !== null) return null
    const parts = value
      .split(/[;,|/+\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
    return parts.length > 1 && parts.some((part) => isCourse(part, reference)) ? {} : null
  },
}

const isCourse = (name: string, reference: Reference): boolean =>
  fold(name) !== '' && reference.coursesLike(name).length > 0
