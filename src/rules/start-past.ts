// A start before today is allowed; said once so that nobody wonders.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { readStart } from './start-unclear.ts'

export const startPast: CellRule = {
  code: 'start-past',
  scope: 'cell',
  fields: ['enroltimestart'],
  severity: 'info',
  fix: 'none',
  fr: {
    title: 'Début déjà passé',
    why: 'Moodle l’accepte ; la durée court depuis cette date.',
    todo: 'rien à faire si c’est voulu.',
  },
  en: {
    title: 'Start in the past',
    why: 'Moodle accepts it; the period runs from that date.',
    todo: 'nothing to do if it is meant.',
  },
  examples: { bad: [file({ enroltimestart1: '2026-09-01' })], good: [file({ enroltimestart1: '2027-01-15' })] },
  check: (value, _field, { today }) => {
    const start = readStart(value)
    return start !== null && Temporal.PlainDate.compare(start, today) < 0 ? {} : null
  },
}
