import { expect, test } from 'vitest'
import { notSuperseded } from '../../src/checking/superseded.ts'

const good = {
  columns: ['username', 'course1', 'role1'],
  rows: [
    ['ana', 'Bio', 'student'],
    ['hugo', 'Bio', 'student'],
    ['hugo', 'Méca', 'student'],
  ],
}

test.each([
  ['the only row of that person, whatever was changed', [' ANA', 'Chimie', 'teacher'], '⚠ Cours masqué', [1, 2]],
  ['of several, the one of that course', ['hugo', 'meca', 'teacher'], '⚠ Durée 0', [0, 1]],
  ['none of several when the course was changed', ['hugo', 'Chimie', 'student'], '⚠ Cours masqué', [0, 1, 2]],
  ['none of another person', ['lea', 'Bio', 'student'], '⚠ Cours masqué', [0, 1, 2]],
  ['none for a row that had an error', ['ana', 'Chimie', 'student'], '✗ Cours introuvable\n⚠ Durée 0', [0, 1, 2]],
  ['none in a file of rejected rows', ['ana', 'Chimie', 'student'], 'Cours introuvable', [0, 1, 2]],
])('takes the place of %s', (_, cells, problem, left) => {
  const { rows } = notSuperseded(good, good.columns, [{ cells, problem }])
  expect(rows).toEqual(left.map((index) => good.rows[index]))
})
