// Enrolled without a remark, but the person cannot log in.
import type { PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const accountInactive: PersonRule = {
  code: 'account-inactive',
  scope: 'person',
  about: 'account',
  severity: 'warning',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Compte qui ne peut pas se connecter',
    why: 'Moodle inscrit sans remarque un compte suspendu, non confirmé ou sans connexion (règle 28).',
    todo: 'vérifiez que c’est le bon compte, ou faites-le réactiver.',
  },
  en: {
    title: 'Account that cannot log in',
    why: 'Moodle enrols a suspended, unconfirmed or no-login account without a remark (rule 28).',
    todo: 'check that it is the right account, or have it reactivated.',
  },
  examples: {
    bad: [
      file({
        username: 'suspendu1',
        firstname: 'Karim',
        lastname: 'Haddad',
        email: 'karim.haddad@etu.univ-exemple.example',
      }),
    ],
    good: [file({})],
  },
  check: ({ username, account }) => {
    const isInactive = account && (account.suspended || !account.confirmed || account.auth === 'nologin')
    return isInactive ? { field: 'username', value: username } : null
  },
}
