// Tables of cells in the style of ESLint's RuleTester: what is said of a cell, and what becomes of it.
import { describe, expect, it } from 'vitest'
import type { CheckOptions } from '../../src/checking/check.ts'
import type { Problem } from '../../src/checking/report.ts'
import { file } from '../../src/rules/examples.ts'
import { checkSample } from '../checking/sample.ts'

type Cells = Readonly<Record<string, string>>

/** A problem as `severity code`, `→ "text"` when it is repaired, `? "text"` when that is suggested only. */
export function brief({ severity, code, fix }: Problem): string {
  if (fix === null) return `${severity} ${code}`
  return `${severity} ${code} ${fix.safety === 'safe' ? '→' : '?'} ${JSON.stringify(fix.value)}`
}

/** Persons of the sample site, as the row of a file gives them. */
export const people = {
  anais: {},
  camille: person('21900001', 'Camille', 'Lefèvre', 'camille.lefevre@etu'),
  hugo: person('21900002', 'Hugo', 'Marie', 'hugo.marie@etu'),
  lea: person('21900003', 'Léa', 'Le Goff', 'lea.legoff@etu'),
  jules: person('21900005', 'Jules', 'd’Ornano', 'jules.dornano@etu'),
  chloe: person('21900006', 'Chloé', 'Hébert', 'chloe.hebert@etu'),
  louis: person('21900007', 'Louis', 'Bouët-Lemaître', 'louis.bouet-lemaitre@etu'),
  tom: person('21900011', 'Tom', 'Vasseur', 'tom.vasseur@etu'),
  julie: person('martinj', 'Julie', 'Martin', 'julie.martin@'),
} satisfies Record<string, Cells>

function person(username: string, firstname: string, lastname: string, email: string) {
  const address = email.endsWith('@etu') ? `${email}.univ-exemple.example` : `${email}univ-exemple.example`
  return { username, firstname, lastname, email: address }
}

export type Table = {
  /** Cells of which nothing is said and which stay as they are. */
  readonly valid: readonly string[]
  /** A cell, what is said of it in that column, and what is written; null: the row is rejected. */
  readonly invalid: readonly (readonly [cell: string, said: readonly string[], written: string | null])[]
}

/** Checks one row at a time, with the cells of `row` instead of the good ones. */
export function testCells(field: string, table: Table, row: Cells = {}, options: Partial<CheckOptions> = {}): void {
  const rows = [
    ...table.valid.map((cell) => [cell, [] as readonly string[], cell] as const),
    ...table.invalid.map((each) => [...each] as const),
  ]
  describe(field, () => {
    it.each(rows)('%j: %j', (cell, said, written) => {
      const report = checkSample(file({ ...row, [field]: cell }), options)
      const here = report.problems.filter((problem) => problem.row === 2 && problem.field === field)
      expect({ said: here.map(brief), written: writtenCell(report.corrected?.text ?? null, field) }).toEqual({
        said,
        written,
      })
    })
  })
}

/** The cell of the only row; the values of these tables hold no comma where they are written. */
function writtenCell(text: string | null, field: string): string | null {
  const [header, row] = (text ?? '').split('\n').map((line) => line.split(','))
  return text === null ? null : (row?.[header?.indexOf(field) ?? -1] ?? null)
}
