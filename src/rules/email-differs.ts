// Another e-mail than the account's, of nobody: a private address, usually.
import type { PersonRule } from '../checking/rule.ts'
import { isSameEmail } from './email-of-another-account.ts'
import { file } from './examples.ts'

export const emailDiffers: PersonRule = {
  code: 'email-differs',
  scope: 'person',
  about: 'difference',
  severity: 'warning',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Courriel différent de celui du compte',
    why: 'Moodle ne le compare pas et ne l’enregistre pas (règle 33).',
    todo: 'vérifiez que l’identifiant est celui de la bonne personne.',
  },
  en: {
    title: 'E-mail differs from the account’s',
    why: 'Moodle neither compares nor stores it (rule 33).',
    todo: 'check that the username is the right person’s.',
  },
  examples: { bad: [file({ email: 'anais.perso@messagerie.example' })], good: [file({})] },
  check: ({ email, account, faults }, { reference }) => {
    if (!account || email === '' || faults.has('username') || isSameEmail(email, account.email)) return null
    return reference.accountsWithEmail(email).length === 0 ? { field: 'email', value: email } : null
  },
}
