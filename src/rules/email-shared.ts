// One e-mail for two usernames, which the site does not confirm.
import type { Entry } from '../checking/entry.ts'
import type { SeriesRule } from '../checking/rule.ts'
import { isSameEmail } from './email-of-another-account.ts'
import { file } from './examples.ts'

export const emailShared: SeriesRule = {
  code: 'email-shared',
  scope: 'series',
  severity: 'warning',
  fix: 'none',
  fr: {
    title: 'Un courriel pour deux identifiants',
    why: 'Moodle ne compare pas les courriels : les deux comptes seraient inscrits (règle 33).',
    todo: (values) => `la ligne ${String(values.row)} a le même courriel avec un autre identifiant. Vérifiez les deux.`,
  },
  en: {
    title: 'One e-mail for two usernames',
    why: 'Moodle does not compare e-mails: both accounts would be enrolled (rule 33).',
    todo: (values) => `row ${String(values.row)} has the same e-mail with another username. Check both.`,
  },
  examples: {
    bad: [file({ email: 'a@b.example' }, { username: '21900011', email: 'a@b.example' })],
    good: [file({}, { course1: 'Méca' })],
  },
  start: () => {
    const seen = new Map<string, { readonly username: string; readonly row: number }>()
    return (entry) => {
      if (entry.email === '') return null
      const email = entry.email.toLowerCase()
      const first = seen.get(email)
      if (first === undefined) seen.set(email, { username: entry.username, row: entry.row })
      if (first === undefined || first.username === entry.username || ownsEmail(entry)) return null
      return { field: 'email', value: entry.email, values: { row: first.row } }
    }
  },
}

/** The account really has it, so the other one is at fault, and the site says so there. */
const ownsEmail = ({ account, email }: Entry): boolean => Boolean(account && isSameEmail(account.email, email))
