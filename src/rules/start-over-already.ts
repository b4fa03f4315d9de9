// A start and a period that end before today: enrolled and already out.
import { periodOf } from '../checking/plan.ts'
import type { EnrolmentRule } from '../checking/rule.ts'
import { file } from './examples.ts'
import { readStart } from './start-unclear.ts'

export const startOverAlready: EnrolmentRule = {
  code: 'start-over-already',
  scope: 'enrolment',
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Inscription déjà terminée',
    why: 'La durée court depuis la date de début, même passée (règles 53 et 57).',
    todo: 'le début plus la durée tombent avant aujourd’hui. Vérifiez la date et la durée.',
  },
  en: {
    title: 'Enrolment already over',
    why: 'The period runs from the start date, even a past one (rules 53 and 57).',
    todo: 'start plus period fall before today. Check the date and the period.',
  },
  examples: {
    bad: [file({ enroltimestart1: '2026-09-01', enrolperiod1: '30' })],
    good: [file({ enroltimestart1: '2026-09-01', enrolperiod1: '300' })],
  },
  check: (slot, { today }) => {
    const start = slot.enroltimestart === '' ? null : readStart(slot.enroltimestart)
    const days = start === null ? null : periodOf(slot)
    if (start === null || days === null || days > 3650) return null
    const isOver = Temporal.PlainDate.compare(start.add({ days }), today) < 0
    return isOver ? { field: `enroltimestart${slot.number}`, value: slot.enroltimestart } : null
  },
}
