// The words for the two states of an enrolment, which Moodle only knows as 0 and 1.
import { squeeze } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

const words: ReadonlyMap<string, string> = new Map([
  ...['actif', 'active', 'actifs', 'actives'].map((word) => [word, '0'] as const),
  ...['suspendu', 'suspendue', 'suspendus', 'suspendues', 'suspended'].map((word) => [word, '1'] as const),
])

export const statusWords: CellRule = {
  code: 'status-words',
  scope: 'cell',
  fields: ['enrolstatus'],
  severity: 'info',
  fix: 'safe',
  fr: {
    title: 'Statut traduit',
    why: 'Moodle ne comprend que `0` (actif) et `1` (suspendu) : « suspendu » donnerait une inscription active (règle 56).',
    todo: 'il a été écrit en chiffres.',
    repaired: 'statuts traduits',
  },
  en: {
    title: 'Status translated',
    why: 'Moodle understands only `0` (active) and `1` (suspended): “suspended” would give an active enrolment (rule 56).',
    todo: 'it was written in digits.',
    repaired: 'statuses translated',
  },
  examples: {
    bad: [file({ enrolstatus1: 'suspendu' }), file({ enrolstatus1: 'Actif' })],
    good: [file({ enrolstatus1: '1' })],
  },
  check: (value) => {
    const digit = words.get(squeeze(value))
    return digit === undefined ? null : { edit: digit }
  },
}
