// The same row twice, once repaired: the second adds nothing.
import type { SeriesRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const rowRepeated: SeriesRule = {
  code: 'row-repeated',
  scope: 'series',
  severity: 'info',
  fix: 'safe',
  drops: true,
  fr: {
    title: 'Ligne en double',
    why: 'Moodle la traite deux fois, sans effet de plus (règle 61).',
    todo: (values) => `elle dit la même chose que la ligne ${String(values.row)} : elle a été retirée.`,
    repaired: 'lignes en double retirées',
  },
  en: {
    title: 'Row given twice',
    why: 'Moodle treats it twice, to no further effect (rule 61).',
    todo: (values) => `it says the same as row ${String(values.row)}: it was removed.`,
    repaired: 'repeated rows removed',
  },
  examples: { bad: [file({}, {})], good: [file({}, { course1: 'Méca' })] },
  start:
    () =>
    ({ line, past }) => {
      const same = past?.lines.get(line)
      return same === undefined ? null : { edit: null, values: { row: same } }
    },
}
