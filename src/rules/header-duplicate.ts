// Two columns of one name that differ: nobody but the author knows which one counts.
import type { Column, Header } from '../checking/header.ts'
import type { HeaderRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const headerDuplicate: HeaderRule = {
  code: 'header-duplicate',
  scope: 'header',
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Colonne en double',
    why: 'Moodle refuse le fichier entier quand deux colonnes ont le même nom (règle 18).',
    todo: 'gardez une seule de ces colonnes, ou numérotez-les (`course1`, `course2`).',
  },
  en: {
    title: 'Column given twice',
    why: 'Moodle refuses the whole file when two columns have the same name (rule 18).',
    todo: 'keep only one of these columns, or number them (`course1`, `course2`).',
  },
  examples: { bad: [file({ Course1: 'Méca' })], good: [file({ course2: 'Méca', role2: 'student' })] },
  check: (header) =>
    repeated(header)
      .filter(([first, other]) => !header.areSame(first, other))
      .map(([, other]) => ({ field: other.name, value: other.posted })),
}

/** Each column read a second time, with the first of its name. */
export function repeated({ columns }: Header): readonly (readonly [first: Column, other: Column])[] {
  const read = columns.filter(({ kind }) => kind === 'read')
  return read.flatMap((column) => {
    const first = read.find(({ name }) => name === column.name)
    return first && first !== column ? [[first, column] as const] : []
  })
}
