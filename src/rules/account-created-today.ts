// The site's own rule, which Moodle does not know: an account must exist since the day before.
import type { PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const accountCreatedToday: PersonRule = {
  code: 'account-created-today',
  scope: 'person',
  about: 'account',
  severity: 'error',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Compte créé aujourd’hui',
    why: 'Sur ce site, les comptes du jour ne sont synchronisés que la nuit suivante.',
    todo: 'rien à faire aujourd’hui : la ligne sera vérifiée de nouveau demain matin.',
  },
  en: {
    title: 'Account created today',
    why: 'On this site, accounts of the day are synchronised only the night after.',
    todo: 'nothing to do today: the row will be checked again tomorrow morning.',
  },
  examples: {
    bad: [
      file({
        username: 'nouveau1',
        firstname: 'Noé',
        lastname: 'Aujourdhui',
        email: 'noe.aujourdhui@etu.univ-exemple.example',
      }),
    ],
    good: [
      file({ username: 'hier1', firstname: 'Iris', lastname: 'Hier', email: 'iris.hier@etu.univ-exemple.example' }),
    ],
  },
  check: ({ username, account }, { site, todayBegan }) => {
    if (!site.dayBefore || !account?.timecreated) return null
    return account.timecreated.epochMilliseconds >= todayBegan ? { field: 'username', value: username } : null
  },
}
