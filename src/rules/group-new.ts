// A group that does not exist yet: Moodle creates it, typing errors included.
import type { SeriesRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const groupNew: SeriesRule = {
  code: 'group-new',
  scope: 'series',
  about: 'slots',
  severity: 'info',
  fix: 'none',
  needs: 'groups',
  fr: {
    title: 'Groupe qui n’existe pas encore',
    why: 'Moodle crée le groupe, fautes de frappe comprises (règle 48).',
    todo: 'il sera créé.',
  },
  en: {
    title: 'Group that does not exist yet',
    why: 'Moodle creates the group, typing errors included (rule 48).',
    todo: 'it will be created.',
  },
  examples: { bad: [file({ group1: 'TD 9' })], good: [file({ group1: 'TD1' })] },
  start:
    () =>
    ({ slots }) =>
      slots
        .filter(({ group, known }) => group !== '' && known?.groups?.every(({ name }) => name !== group))
        .map(({ number, group, course }) => ({ field: `group${number}`, value: group, values: { course } })),
}
