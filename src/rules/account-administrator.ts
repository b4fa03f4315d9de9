// Moodle never enrols a site administrator through an upload.
import type { PersonRule } from '../checking/rule.ts'
import { file } from './examples.ts'

export const accountAdministrator: PersonRule = {
  code: 'account-administrator',
  scope: 'person',
  about: 'account',
  severity: 'error',
  fix: 'none',
  needs: 'accounts',
  fr: {
    title: 'Compte d’administration du site',
    why: 'Moodle refuse d’inscrire un administrateur par un import (règle 29).',
    todo: 'inscrivez cette personne à la main, depuis le cours.',
  },
  en: {
    title: 'Site administrator',
    why: 'Moodle refuses to enrol an administrator by an upload (rule 29).',
    todo: 'enrol this person by hand, from the course.',
  },
  examples: {
    bad: [
      file({ username: 'chef.cemu', firstname: 'Claire', lastname: 'Chef', email: 'claire.chef@univ-exemple.example' }),
    ],
    good: [file({})],
  },
  check: ({ username, account }) => (account?.siteadmin ? { field: 'username', value: username } : null),
}
