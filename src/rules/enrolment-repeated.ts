// The same person in the same course twice with another role, period, status or start: what comes last counts.
import type { Entry, Slot } from '../checking/entry.ts'
import type { Finding, SeriesRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const enrolmentRepeated: SeriesRule = {
  code: 'enrolment-repeated',
  scope: 'series',
  about: 'again',
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Même personne, même cours, autrement',
    why: 'La dernière durée l’emporte, même vide, et le dernier statut non vide ; les rôles et les groupes s’ajoutent (règle 61).',
    todo: (values) =>
      `déjà à la ligne ${String(values.row)}, avec d’autres valeurs. Gardez une seule des deux si ce n’est pas voulu.`,
  },
  en: {
    title: 'Same person, same course, otherwise',
    why: 'The last period wins, even an empty one, and the last status that is not empty; roles and groups add up (rule 61).',
    todo: (values) =>
      `already in row ${String(values.row)}, with other values. Keep only one of them if that is not meant.`,
  },
  examples: {
    bad: [file({}, { role1: 'teacher' }), file({ enrolperiod1: '30' }, { enrolperiod1: '' })],
    good: [file({ group1: 'TD1' }, { group1: 'TD2' })],
  },
  start: () => (entry) => entry.slots.flatMap((slot) => clash(slot, entry)),
}

const compared = ['role', 'enrolperiod', 'enrolstatus', 'enroltimestart'] as const

function clash(slot: Slot, entry: Entry): readonly Finding[] {
  const before = slot.course === '' ? null : lastTime(slot, entry)
  const field = before && compared.find((name) => before.slot[name] !== slot[name])
  return field ? [{ field: field + String(slot.number), value: slot[field], values: { row: before.row } }] : []
}

/** The last time the course was asked for before this slot: earlier in the row, else in an earlier row. */
function lastTime(slot: Slot, entry: Entry): { readonly row: number; readonly slot: Slot } | null {
  const inRow = entry.slots.slice(0, entry.slots.indexOf(slot)).findLast(({ course }) => course === slot.course)
  return inRow ? { row: entry.row, slot: inRow } : (entry.past?.lastTime(slot.course) ?? null)
}
