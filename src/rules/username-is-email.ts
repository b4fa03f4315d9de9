// An e-mail typed where the username belongs; some sites do have such usernames, so only when unknown.
import type { Finding, PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const usernameIsEmail: PersonRule = {
  code: 'username-is-email',
  scope: 'person',
  about: 'stranger',
  severity: 'error',
  fix: 'unsafe',
  needs: 'accounts',
  fr: {
    title: 'Courriel à la place de l’identifiant',
    why: 'Moodle chercherait un compte qui porte ce nom et passerait la ligne (règle 24).',
    todo: 'indiquez l’identifiant du compte.',
  },
  en: {
    title: 'E-mail instead of a username',
    why: 'Moodle would look for an account of that name and skip the row (rule 24).',
    todo: 'give the username of the account.',
  },
  examples: { bad: [file({ username: 'anais.garcon@etu.univ-exemple.example' })], good: [file({})] },
  check: ({ username, account, faults }, { reference }): Finding | null => {
    if (account !== null || !username.includes('@') || faults.has('username')) return null
    const [only, ...others] = reference.accountsWithEmail(username)
    const place = { field: 'username', value: username }
    return only && others.length === 0 ? { ...place, edit: only.username } : place
  },
}
