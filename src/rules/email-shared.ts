// One e-mail for two usernames, which the site does not confirm.
import type { SeriesRule } from '../checking/rule.ts'
import { isSameEmail } from './email-of-another-account.ts'
import { file } from './examples.ts'

export const emailShared: SeriesRule = {
  code: 'email-shared',
  scope: 'series',
  about: 'email',
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Un courriel pour deux identifiants',
    why: 'Moodle ne compare pas les courriels : les deux comptes seraient inscrits (règle 33).',
    todo: (values) => `il est déjà donné pour l’identifiant \`${String(values.username)}\`. Vérifiez les deux.`,
  },
  en: {
    title: 'One e-mail for two usernames',
    why: 'Moodle does not compare e-mails: both accounts would be enrolled (rule 33).',
    todo: (values) => `it is already given for the username \`${String(values.username)}\`. Check both.`,
  },
  examples: {
    bad: [
      file(
        { email: 'a@b.example' },
        { username: '21900011', firstname: 'Tom', lastname: 'Vasseur', email: 'a@b.example' },
      ),
    ],
    good: [file({}, { course1: 'Méca' })],
  },
  // An address that the account really has is at fault nowhere: on the other row the site itself says whose it is.
  start:
    () =>
    ({ email, emailOwner, account }) =>
      emailOwner === null || (account && isSameEmail(account.email, email))
        ? null
        : { field: 'email', value: email, values: { username: emailOwner } },
}
