// users.*, usergroups.*, auth.test: who is who.
import type { Method } from '../inside.ts'
import { personJson } from '../json.ts'
import { findPerson } from '../lookup.ts'
import { SlackError } from '../slack-error.ts'

export const people: Readonly<Record<string, Method>> = {
  'auth.test': {
    scopes: [],
    run: ({ state: { team, app } }) => ({
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: 'enrol-check',
      team_id: team.id,
      user_id: app.botPerson,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
  'users.info': {
    scopes: ['users:read'],
    run({ state }, args) {
      const withLocale = String(args.include_locale) === 'true'
      return { user: personJson(findPerson(state, args.user), withLocale, state.team.id) }
    },
  },
  'usergroups.list': {
    scopes: ['usergroups:read'],
    run: ({ state }) => ({ usergroups: [...state.groups].map(([id, { handle }]) => ({ id, handle, name: handle })) }),
  },
  'usergroups.users.list': {
    scopes: ['usergroups:read'],
    run({ state }, args) {
      const group = state.groups.get(String(args.usergroup))
      if (!group) throw new SlackError('no_such_subteam')
      return { users: [...group.members] }
    },
  },
}
