// No word in common with the account's name: with another e-mail too, it is surely another person.
import { hasWords, shareWord } from '../checking/names.ts'
import type { Finding, PersonRule } from '../checking/rule.ts'
import { isSameEmail } from './email-of-another-account.ts'
import { file } from './examples.ts'

export const nameDiffers: PersonRule = {
  code: 'name-differs',
  scope: 'person',
  about: 'difference',
  severity: 'warning',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Nom d’une autre personne',
    why: 'Moodle ne compare pas les noms : il inscrit le compte de l’identifiant, quel qu’il soit (règle 33).',
    todo: 'le nom n’a aucun mot commun avec celui du compte. Vérifiez l’identifiant.',
  },
  en: {
    title: 'Name of somebody else',
    why: 'Moodle does not compare names: it enrols the account of the username, whoever that is (rule 33).',
    todo: 'the name has no word in common with the account’s. Check the username.',
  },
  examples: {
    bad: [file({ firstname: 'Tom', lastname: 'Vasseur' })],
    good: [file({ firstname: 'Garcon', lastname: 'ANAIS' })],
  },
  check: (entry, { reference }): Finding | null => {
    const { account, email, faults } = entry
    if (
      !account ||
      faults.has('username') ||
      (entry.lastname === account.lastname && entry.firstname === account.firstname)
    )
      return null
    if (!hasWords(entry) || !hasWords(account) || shareWord(entry, account)) return null
    const differs = email !== '' && !isSameEmail(email, account.email)
    if (differs && reference.accountsWithEmail(email).length > 0) return null
    const value = `${entry.firstname} ${entry.lastname}`.trim()
    return { field: 'lastname', value, severity: differs ? 'error' : 'warning' }
  },
}
