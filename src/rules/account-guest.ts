// The guest account is nobody.
import type { PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const accountGuest: PersonRule = {
  code: 'account-guest',
  scope: 'person',
  about: 'account',
  severity: 'error',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Compte invité',
    why: 'Moodle refuse d’inscrire le compte invité (règle 29).',
    todo: 'indiquez l’identifiant d’une personne.',
  },
  en: {
    title: 'Guest account',
    why: 'Moodle refuses to enrol the guest account (rule 29).',
    todo: 'give the username of a person.',
  },
  examples: { bad: [file({ username: 'guest', email: 'root@localhost' })], good: [file({})] },
  check: ({ username, account }) => (account?.guest ? { field: 'username', value: username } : null),
}
