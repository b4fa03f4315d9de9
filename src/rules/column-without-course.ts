// A role or group whose course column is missing: Moodle ignores it in silence.
import { type Header, missingColumns } from '../checking/header.ts'
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnWithoutCourse: HeaderRule = {
  code: 'column-without-course',
  scope: 'header',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Colonne sans son cours',
    why: 'Moodle ignore sans rien dire un rôle ou un groupe dont la colonne de cours manque (règle 21).',
    todo: (values) => `ajoutez la colonne \`${String(values.course)}\`, ou retirez celle-ci.`,
  },
  en: {
    title: 'Column without its course',
    why: 'Moodle silently ignores a role or group whose course column is missing (rule 21).',
    todo: (values) => `add the column \`${String(values.course)}\`, or remove this one.`,
  },
  examples: { bad: [file({ role2: 'student' })], good: [file({ course2: 'Méca', role2: 'student' })] },
  check: (header) => {
    const alone = header.columns.filter(
      ({ kind, number, field }) =>
        kind === 'read' && number !== null && field !== 'course' && !hasCourse(header, number),
    )
    const first = alone.filter((column) => alone.find(({ number }) => number === column.number) === column)
    return first.map(({ name, posted, number }) => ({
      field: name,
      value: posted,
      values: { course: `course${number ?? ''}` },
    }))
  },
}

/** A missing course1 is already said, once, by the rule on missing columns. */
function hasCourse(header: Header, number: number): boolean {
  const name = `course${number}`
  const stands = header.columns.some(
    (column) => column.kind === 'read' && column.field === 'course' && column.number === number,
  )
  return stands || missingColumns(header).includes(name) || header.columns.some(({ meant }) => meant === name)
}
