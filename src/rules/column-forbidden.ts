// Filled cells that would rename, delete or promote an account: never by this service.
import { isBlank } from '../checking/fold.ts'
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const columnForbidden: CellRule = {
  code: 'column-forbidden',
  scope: 'cell',
  fields: ['oldusername', 'deleted', 'sysrole', 'categoryrole'],
  severity: 'error',
  fix: 'none',
  fr: {
    title: 'Action d’administration demandée',
    why: 'Cette colonne renomme ou supprime des comptes, ou donne des droits hors des cours (règle 22).',
    todo: 'ce service ne fait que des inscriptions. Videz cette cellule et adressez la demande à l’équipe.',
  },
  en: {
    title: 'Administrative action requested',
    why: 'This column renames or deletes accounts, or gives rights outside courses (rule 22).',
    todo: 'this service only enrols people. Empty this cell and ask the team for the rest.',
  },
  examples: { bad: [file({ sysrole1: 'manager' })], good: [file({ deleted: '0' })] },
  check: (value, field) => (isBlank(value) || (field === 'deleted' && value.trim() === '0') ? null : {}),
}
