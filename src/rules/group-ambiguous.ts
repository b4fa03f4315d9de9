// Two groups of that name in the course, or a name that is another group's idnumber.
import type { EnrolmentRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const groupAmbiguous: EnrolmentRule = {
  code: 'group-ambiguous',
  scope: 'enrolment',
  severity: 'warning',
  fix: 'none',
  needs: 'groups',
  fr: {
    title: 'Nom de groupe ambigu',
    why: 'De deux groupes du même nom, Moodle prend le dernier ; il ne cherche jamais par numéro d’identification (règle 48).',
    todo: 'vérifiez dans le cours de quel groupe il s’agit.',
  },
  en: {
    title: 'Ambiguous group name',
    why: 'Of two groups of one name Moodle takes the last; it never looks by idnumber (rule 48).',
    todo: 'check in the course which group is meant.',
  },
  examples: { bad: [file({ course1: 'L2_INFO_ALGO', group1: 'Doublon' })], good: [file({ group1: 'TD1' })] },
  check: ({ number, group, known }) => {
    if (group === '' || !known?.groups) return null
    const named = known.groups.filter(({ name }) => name === group).length
    const numbered = known.groups.some(({ idnumber, name }) => idnumber === group && name !== group)
    return named > 1 || numbered ? { field: `group${number}`, value: group } : null
  },
}
