// An account whose way of logging in is no longer installed cannot be updated, hence not enrolled.
import type { PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const accountWithoutAuth: PersonRule = {
  code: 'account-without-auth',
  scope: 'person',
  about: 'account',
  severity: 'error',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Compte dont la connexion n’est plus installée',
    why: 'Moodle ne peut pas traiter ce compte et ne l’inscrit pas (règle 30).',
    todo: 'demandez à l’équipe de changer la méthode d’authentification de ce compte.',
  },
  en: {
    title: 'Account whose log-in method is not installed',
    why: 'Moodle cannot treat this account and does not enrol it (rule 30).',
    todo: 'ask the team to change the authentication method of this account.',
  },
  examples: {
    bad: [
      file({ username: 'saml.ext', firstname: 'Ada', lastname: 'Extérieure', email: 'ada.ext@partenaire.example' }),
    ],
    good: [file({})],
  },
  check: ({ username, account }, { reference }) =>
    account && reference.authInstalled(account.auth) === false ? { field: 'username', value: username } : null,
}
