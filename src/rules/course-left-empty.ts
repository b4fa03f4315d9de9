// A role or group with no course beside it, where a course is optional.
import type { EnrolmentRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseLeftEmpty: EnrolmentRule = {
  code: 'course-left-empty',
  scope: 'enrolment',
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Rôle ou groupe sans cours',
    why: 'Moodle ignore sans rien dire ce qui accompagne un cours vide (règle 21).',
    todo: 'indiquez le cours, ou videz les cellules qui l’accompagnent.',
  },
  en: {
    title: 'Role or group without a course',
    why: 'Moodle silently ignores what goes with an empty course (rule 21).',
    todo: 'give the course, or empty the cells that go with it.',
  },
  examples: { bad: [file({ course2: '', role2: 'student' })], good: [file({ course2: '', role2: '' })] },
  check: (slot) => {
    const { number, course, role, group, enrolperiod, enrolstatus, enroltimestart } = slot
    const isAlone = number !== 1 && course === '' && role + group + enrolperiod + enrolstatus + enroltimestart !== ''
    return isAlone ? { field: `course${number}`, value: '' } : null
  },
}
