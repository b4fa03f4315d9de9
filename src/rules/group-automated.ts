// Groups kept by a nightly synchronisation lose their manual members in the morning.
import type { CellRule } from '../checking/rule.ts'

export const groupAutomated: CellRule = {
  code: 'group-automated',
  scope: 'cell',
  fields: ['group'],
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Groupe synchronisé',
    why: 'La synchronisation de la nuit retire de ces groupes les membres ajoutés à la main.',
    todo: 'choisissez un groupe manuel, sous un autre nom.',
  },
  en: {
    title: 'Synchronised group',
    why: 'The nightly synchronisation removes members added by hand from these groups.',
    todo: 'choose a manual group, under another name.',
  },
  examples: { bad: [], good: [] },
  check: (value, _field, { site }) => (value !== '' && site.automatedGroups?.test(value) ? {} : null),
}
