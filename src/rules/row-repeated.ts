// The same row twice, once repaired: the second adds nothing, unless a row between the two changed one of its enrolments.
import type { Past, Slot } from '../checking/entry.ts'
import type { SeriesRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const rowRepeated: SeriesRule = {
  code: 'row-repeated',
  scope: 'series',
  about: 'again',
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
  examples: {
    bad: [file({}, {}), file({}, { course1: 'Méca' }, {})],
    good: [
      file({}, { course1: 'Méca' }),
      file({ enrolperiod1: '30' }, { enrolperiod1: '' }).replace(/(.*30\n)(.*\n)$/, '$1$2$1'),
    ],
  },
  start:
    () =>
    ({ line, slots, past }) => {
      const same = past?.rowWritten(line) ?? null
      if (past === null || same === null || slots.some((slot) => isUndone(slot, same, past))) return null
      return { edit: null, values: { row: same } }
    },
}

const dated = ['enrolperiod', 'enrolstatus', 'enroltimestart'] as const

/** True when what the first of the two rows asked for no longer holds: Moodle would do it again. */
function isUndone(slot: Slot, row: number, past: Past): boolean {
  const last = past.lastTime(slot.course)
  return last !== null && last.row !== row && dated.some((name) => last.slot[name] !== slot[name])
}
