// The e-mail proves that the row is about somebody else than its username says.
import type { PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const emailOfAnotherAccount: PersonRule = {
  code: 'email-of-another-account',
  scope: 'person',
  about: 'difference',
  severity: 'error',
  fix: 'unsafe',
  needs: 'accounts',
  fr: {
    title: 'Courriel d’un autre compte',
    why: 'Moodle ne compare pas les courriels : la personne inscrite serait celle de l’identifiant (règle 33).',
    todo: (values) =>
      `l’identifiant et le courriel désignent deux personnes. S’il s’agit de celle du courriel, son identifiant est \`${String(values.username)}\`.`,
  },
  en: {
    title: 'E-mail of another account',
    why: 'Moodle does not compare e-mails: the person enrolled would be the one of the username (rule 33).',
    todo: (values) =>
      `username and e-mail belong to two people. If the one of the e-mail is meant, the username is \`${String(values.username)}\`.`,
  },
  examples: { bad: [file({ email: 'tom.vasseur@etu.univ-exemple.example' })], good: [file({})] },
  check: ({ email, account, faults }, { reference }) => {
    if (!account || email === '' || faults.has('username') || isSameEmail(email, account.email)) return null
    const [other] = reference.accountsWithEmail(email)
    return other ? { field: 'email', value: email, values: { username: other.username }, edit: other.username } : null
  },
}

/** Moodle's own accounts differ in case only. */
export const isSameEmail = (a: string, b: string): boolean => a === b || a.toLowerCase() === b.toLowerCase()
