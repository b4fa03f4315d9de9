// What Moodle would remove from a username without asking may leave somebody else's.
import type { Finding, PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

/** Characters that Moodle removes from a username. */
export const unusable = /[^-.@_a-z0-9]/

export const usernameCharacters: PersonRule = {
  code: 'username-characters',
  scope: 'person',
  about: unusable,
  severity: 'error',
  fix: 'unsafe',
  fr: {
    title: 'Caractère interdit dans un identifiant',
    why: 'Moodle le supprime et cherche ce qui reste : ce peut être le compte de quelqu’un d’autre (règle 25).',
    todo: 'vérifiez l’identifiant : lettres sans accent, chiffres, point, tiret, souligné et arobase seulement.',
  },
  en: {
    title: 'Character not allowed in a username',
    why: 'Moodle removes it and looks for what is left: that may be somebody else’s account (rule 25).',
    todo: 'check the username: plain letters, digits, dot, dash, underscore and at sign only.',
  },
  examples: { bad: [file({ username: 'jérôme.petit' }), file({ username: 'martin+j' })], good: [file({})] },
  check: ({ username, email, faults }, { reference }): Finding | null => {
    if (faults.has('username')) return null
    const [only, ...others] = reference.accountsWithEmail(email)
    const place = { field: 'username', value: username }
    const [, quoted] = /^['“”«»‘’"]\s*(.+?)\s*['“”«»‘’"]$/.exec(username.slice(0, 100)) ?? []
    if (quoted !== undefined && !unusable.test(quoted)) return { ...place, edit: quoted }
    return only && others.length === 0 && !unusable.test(only.username) ? { ...place, edit: only.username } : place
  },
}
