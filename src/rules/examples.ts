// The good row from which the examples of the rules differ by their one fault.
import { printRow } from '../table/print.ts'

const good = {
  username: '21900010',
  firstname: 'Anaïs',
  lastname: 'Garçon',
  email: 'anais.garcon@etu.univ-exemple.example',
  course1: 'M1-BIO-2025',
  role1: 'student',
}

/** A file with a header and one row for each argument: the good row with these cells instead, columns added as needed. */
export function file(...rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys({ ...good, ...row })))]
  const cells = rows.map((row) =>
    columns.map((column) => (({ ...good, ...row }) as Readonly<Record<string, string | undefined>>)[column] ?? ''),
  )
  return [columns, ...cells].map((line) => `${printRow(line, ',')}\n`).join('')
}
