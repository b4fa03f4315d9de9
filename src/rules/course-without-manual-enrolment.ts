// Moodle does nothing there, and says nothing: the worst of its silences.
import type { CellRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const courseWithoutManualEnrolment: CellRule = {
  code: 'course-without-manual-enrolment',
  scope: 'cell',
  fields: ['course'],
  severity: 'error',
  fix: 'none',
  needs: 'courses',
  fr: {
    title: 'Cours sans inscription manuelle',
    why: 'Moodle n’inscrirait personne et ne le dirait pas ; si la méthode est désactivée, l’inscription serait sans effet (règles 37 et 38).',
    todo: 'demandez à l’enseignant responsable d’activer la méthode « Inscriptions manuelles » dans ce cours.',
  },
  en: {
    title: 'Course without manual enrolment',
    why: 'Moodle would enrol nobody and not say so; where the method is disabled, the enrolment would have no effect (rules 37 and 38).',
    todo: 'ask the teacher in charge to enable the method “Manual enrolments” in that course.',
  },
  examples: { bad: [file({ course1: 'NOMANUEL-2025' }), file({ course1: 'MANUEL-OFF' })], good: [file({})] },
  check: (value, _field, { reference }) => {
    const manual = reference.course(value)?.manual
    return manual === 'absent' || manual?.enabled === false ? {} : null
  },
}
