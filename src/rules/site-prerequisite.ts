// What must be true of every account on that site, recalled once.
import type { WholeRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const sitePrerequisite: WholeRule = {
  code: 'site-prerequisite',
  scope: 'whole',
  severity: 'info',
  fix: 'none',
  fr: {
    title: 'À savoir pour ce site',
    why: 'Chaque site a sa condition pour les comptes.',
    todo: (values) => `${String(values.fr)}.`,
  },
  en: {
    title: 'About this site',
    why: 'Each site has its condition for accounts.',
    todo: (values) => `${String(values.en)}.`,
  },
  examples: { bad: [file({})], good: [] },
  check: (_totals, { site }) => ({ values: { fr: site.prerequisite.fr, en: site.prerequisite.en } }),
}
