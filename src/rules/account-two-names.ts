// One username, two people: one of the two rows has the wrong one.
import { sameWords } from '../checking/names.ts'
import type { SeriesRule } from '../checking/rule.ts'
import { isSameEmail } from './email-of-another-account.ts'
import { file } from './examples.ts'

export const accountTwoNames: SeriesRule = {
  code: 'account-two-names',
  scope: 'series',
  about: 'again',
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Un identifiant pour deux noms',
    why: 'Moodle ne regarde que l’identifiant : les deux lignes inscriraient le même compte (règle 33).',
    todo: (values) =>
      `la ligne ${String(values.row)} donne un autre nom ou courriel pour cet identifiant. Vérifiez les deux.`,
  },
  en: {
    title: 'One username for two names',
    why: 'Moodle looks only at the username: both rows would enrol the same account (rule 33).',
    todo: (values) => `row ${String(values.row)} gives another name or e-mail for this username. Check both.`,
  },
  examples: { bad: [file({}, { lastname: 'Petit', course1: 'Méca' })], good: [file({}, { course1: 'Méca' })] },
  start:
    () =>
    ({ past, firstname, lastname, email }) => {
      if (past === null) return null
      const { first } = past
      const isSame =
        sameWords(first, { firstname, lastname }) &&
        (first.email === '' || email === '' || isSameEmail(first.email, email))
      return isSame ? null : { field: 'lastname', value: `${firstname} ${lastname}`.trim(), values: { row: first.row } }
    },
}
