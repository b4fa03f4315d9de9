// Teams and who is in them.
import { ApiError, forbidden, teamMissing } from '../errors.ts'
import type { PersonRecord, TeamRecord } from '../records.ts'
import { personBy, teamBy } from '../rules/finding.ts'
import { joinTeam } from '../rules/joining.ts'
import { administers, belongs } from '../rules/rights.ts'
import { showTeam, showTeamMember } from '../rules/show-channel.ts'
import { type Call, done, type Reply, type Route } from './call.ts'
import { flag, text, z } from './fields.ts'

export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/teams/name/:teamName',
    answer({ world, person, params }) {
      const team = [...world.state.teams.values()].find(({ name }) => name === params.teamName)
      return { body: showTeam(own(team, person)) }
    },
  },
  { method: 'GET', path: '/teams/:team_id', answer: (call) => ({ body: showTeam(own(teamIn(call), call.person)) }) },
  {
    method: 'GET',
    path: '/users/:user_id/teams',
    answer({ world, person }) {
      const own = [...world.state.teams.values()].filter(({ members }) => members.has(person.id))
      return { body: own.map(showTeam) }
    },
  },
  { method: 'POST', path: '/teams/:team_id/members', answer: add },
  {
    method: 'GET',
    path: '/teams/:team_id/members/:user_id',
    answer(call) {
      const team = own(teamIn(call), call.person)
      const id = call.params.user_id === 'me' ? call.person.id : call.params.user_id!
      const text = 'No team member found for that user ID and team ID.'
      if (!team.members.has(id)) throw new ApiError(404, 'app.team.get_member.missing.app_error', text)
      return { body: showTeamMember(team, id) }
    },
  },
  {
    method: 'PUT',
    path: '/teams/:team_id/members/:user_id/schemeRoles',
    async answer(call) {
      const { scheme_admin: admin } = await call.body(z.object({ scheme_admin: flag }), 'scheme_roles')
      const team = teamIn(call)
      if (!team || !administers(team, call.person)) throw forbidden()
      team.members.set(call.params.user_id!, admin)
      return done
    },
  },
]

async function add(call: Call): Promise<Reply> {
  const { user_id: id } = await call.body(z.object({ team_id: text, user_id: text }), 'team_member')
  const team = teamBy(call.world, call.params.team_id!)
  joinTeam(call.person, team, personBy(call.world, id))
  return { status: 201, body: showTeamMember(team, id) }
}

const teamIn = ({ world, params }: Call): TeamRecord | undefined => world.state.teams.get(params.team_id!)

function own(team: TeamRecord | undefined, person: PersonRecord): TeamRecord {
  if (!team) throw teamMissing()
  if (!belongs(team, person)) throw forbidden()
  return team
}
