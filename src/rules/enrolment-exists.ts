// Already enrolled with that role: Moodle writes the start date again, and the end date too.

import type { Slot } from '../checking/entry.ts'
import { periodOf } from '../checking/plan.ts'
import type { Enrolment } from '../checking/reference.ts'
import type { Context, EnrolmentRule, Finding } from '../checking/rule.ts'
import { file } from './examples.ts'
import { readStart } from './start-unclear.ts'

const lea = {
  username: '21900003',
  firstname: 'Léa',
  lastname: 'Le Goff',
  email: 'lea.legoff@etu.univ-exemple.example',
}

export const enrolmentExists: EnrolmentRule = {
  code: 'enrolment-exists',
  scope: 'enrolment',
  severity: 'info',
  fix: 'none',
  needs: 'enrolments',
  fr: {
    title: 'Déjà inscrit à ce cours',
    why: 'Moodle réécrit les dates : une date de fin existante est effacée si la durée est vide, et une inscription suspendue le reste (règle 58).',
    todo: (values) => frenchChange[String(values.change)] ?? '',
  },
  en: {
    title: 'Already enrolled in this course',
    why: 'Moodle writes the dates again: an existing end date is erased when the period is empty, and a suspended enrolment stays so (rule 58).',
    todo: (values) => englishChange[String(values.change)] ?? '',
  },
  examples: { bad: [file(lea)], good: [file({})] },
  check: (slot, context): Finding | null => {
    const manual = slot.existing?.find(({ method }) => method === 'manual')
    const any = slot.existing?.find(({ roles }) => roles.includes(slot.role))
    if (!slot.known || (!manual && !any)) return null
    const change = manual ? changeOf(slot, manual, context) : 'second'
    const isHarmless = change === 'none' || change === 'second' || change === 'reactivates'
    if (isHarmless && !any) return null
    return {
      field: `course${slot.number}`,
      value: slot.course,
      values: { change },
      severity: isHarmless ? 'info' : 'warning',
    }
  },
}

type Change = 'none' | 'second' | 'reactivates' | 'stays-suspended' | 'suspends' | 'end-lost' | 'end-moved' | 'end-set'

const frenchChange: Record<string, string> = {
  none: 'rien ne change, sauf la date de début.',
  second: 'une inscription manuelle s’ajoute à celle qui existe.',
  reactivates: 'l’inscription est suspendue et redeviendra active.',
  'stays-suspended': 'l’inscription est suspendue et le restera. Écrivez `0` dans le statut pour la réactiver.',
  suspends: 'l’inscription est active et sera suspendue. Vérifiez que c’est voulu.',
  'end-lost': 'la date de fin actuelle sera effacée. Indiquez une durée pour en garder une.',
  'end-moved': 'la date de fin actuelle sera déplacée. Vérifiez la durée.',
  'end-set': 'une date de fin sera ajoutée. Vérifiez la durée.',
}
const englishChange: Record<string, string> = {
  none: 'nothing changes but the start date.',
  second: 'a manual enrolment is added to the one that exists.',
  reactivates: 'the enrolment is suspended and will be active again.',
  'stays-suspended': 'the enrolment is suspended and will stay so. Write `0` in the status to reactivate it.',
  suspends: 'the enrolment is active and will be suspended. Check that it is meant.',
  'end-lost': 'its present end date will be erased. Give a period to keep one.',
  'end-moved': 'its present end date will be moved. Check the period.',
  'end-set': 'an end date will be added. Check the period.',
}

function changeOf(slot: Slot, manual: Enrolment, context: Context): Change {
  if (manual.status === 'suspended' && slot.enrolstatus === '') return 'stays-suspended'
  if (manual.status === 'active' && slot.enrolstatus === '1') return 'suspends'
  const end = endOf(slot, context)
  const unmoved = manual.status === 'suspended' && slot.enrolstatus === '0' ? 'reactivates' : 'none'
  if (manual.timeend === null) return end === null ? unmoved : 'end-set'
  if (end === null) return 'end-lost'
  return end.equals(manual.timeend.toZonedDateTimeISO(context.site.timezone).toPlainDate()) ? unmoved : 'end-moved'
}

function endOf(slot: Slot, { today }: Context): Temporal.PlainDate | null {
  const days = periodOf(slot)
  return days === null ? null : (readStart(slot.enroltimestart) ?? today).add({ days })
}
