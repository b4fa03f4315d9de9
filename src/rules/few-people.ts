// For a handful of people, enrolling inside the course is quicker than a file.
import type { WholeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const fewPeople: WholeRule = {
  code: 'few-people',
  scope: 'whole',
  severity: 'info',
  fix: 'none',
  fr: {
    title: 'Une procédure plus simple existe',
    why: 'L’import en lots sert surtout à plusieurs cours ; pour un seul, l’inscription se fait depuis le cours.',
    todo: (values) =>
      `pour un seul cours ou quelques personnes, l’inscription peut se faire depuis le cours.${link(values.link)}`,
  },
  en: {
    title: 'A simpler way exists',
    why: 'Uploading is mainly for several courses; for one, people can be enrolled from inside the course.',
    todo: (values) =>
      `for one course or a few people, enrolment can be done from inside the course.${link(values.link)}`,
  },
  examples: { bad: [file({})], good: [] },
  check: ({ people, courses }, { site }) =>
    courses === 1 || (courses <= 3 && people < 10) ? { values: { link: site.oneCourseLink ?? '' } } : null,
}

const link = (address: unknown): string => (typeof address === 'string' && address !== '' ? ` ${address}` : '')
