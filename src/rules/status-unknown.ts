// Anything but 0, 1 or nothing makes a new enrolment active, whatever it says.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const statusUnknown: CellRule = {
  code: 'status-unknown',
  scope: 'cell',
  fields: ['enrolstatus'],
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Statut inconnu',
    why: 'Moodle l’ignore sans rien dire : l’inscription serait active (règle 56).',
    todo: 'écrivez `0` (actif), `1` (suspendu), ou laissez la cellule vide.',
  },
  en: {
    title: 'Unknown status',
    why: 'Moodle ignores it without a word: the enrolment would be active (rule 56).',
    todo: 'write `0` (active), `1` (suspended), or leave the cell empty.',
  },
  examples: { bad: [file({ enrolstatus1: 'oui' }), file({ enrolstatus1: '01' })], good: [file({ enrolstatus1: '' })] },
  check: (value) => (value === '' || value === '0' || value === '1' ? null : {}),
}
