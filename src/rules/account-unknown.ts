// Nobody of that username on the site; perhaps not yet.
import { shareWord } from '../checking/names.ts'
import type { Finding, PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const accountUnknown: PersonRule = {
  code: 'account-unknown',
  scope: 'person',
  about: 'stranger',
  severity: 'error',
  fix: 'unsafe',
  needs: 'accounts',
  fr: {
    title: 'Compte inconnu',
    why: 'Moodle passe la ligne avec un simple avertissement (règle 24).',
    todo: (values) =>
      `vérifiez l’identifiant, ou attendez si le compte vient d’être créé. ${String(values.prerequisite)}.`,
  },
  en: {
    title: 'Unknown account',
    why: 'Moodle skips the row with a mere warning (rule 24).',
    todo: (values) =>
      `check the username, or wait if the account has just been created. ${String(values.prerequisiteEn)}.`,
  },
  examples: { bad: [file({ username: '21999999' })], good: [file({})] },
  check: (entry, { reference, site }): Finding | null => {
    if (entry.account !== null || entry.faults.has('username')) return null
    const values = { prerequisite: site.prerequisite.fr, prerequisiteEn: site.prerequisite.en }
    const place = { field: 'username', value: entry.username, values }
    const meant = reference.accountsWithEmail(entry.email).filter((account) => shareWord(entry, account))
    return meant.length === 1 ? { ...place, edit: meant[0]?.username ?? '' } : place
  },
}
