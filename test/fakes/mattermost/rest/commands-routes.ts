// Slash commands, for those who administer a team.
import {
  administered,
  commandsOf,
  createCommand,
  ownedCommand,
  showCommand,
  suggestCommand,
  updateCommand,
} from '../callbacks/command-list.ts'
import { forbidden } from '../errors.ts'
import { belongs } from '../rules/rights.ts'
import { done, type Route } from './call.ts'
import { flag, text, z } from './fields.ts'

const draft = z.object({
  team_id: text,
  trigger: text,
  method: text,
  username: text,
  icon_url: text,
  auto_complete: flag,
  auto_complete_desc: text,
  auto_complete_hint: text,
  display_name: text,
  description: text,
  url: text,
})

export const commandRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/commands',
    async answer({ world, person, body }) {
      return { status: 201, body: showCommand(createCommand(world, person, await body(draft, 'command'))) }
    },
  },
  {
    method: 'GET',
    path: '/commands',
    answer({ world, person, query }) {
      const team = administered(world, person, query.get('team_id') ?? '')
      return { body: commandsOf(world, team.id).map(showCommand) }
    },
  },
  {
    method: 'GET',
    path: '/commands/:command_id',
    answer: ({ world, person, params }) => ({ body: showCommand(ownedCommand(world, person, params.command_id!)) }),
  },
  {
    method: 'PUT',
    path: '/commands/:command_id',
    async answer({ world, person, params, body }) {
      const given = await body(draft, 'command')
      return { body: showCommand(updateCommand(world, person, params.command_id!, given)) }
    },
  },
  {
    method: 'PUT',
    path: '/commands/:command_id/regen_token',
    answer({ world, person, params }) {
      const command = ownedCommand(world, person, params.command_id!)
      command.token = world.newId()
      return { body: { token: command.token } }
    },
  },
  {
    method: 'DELETE',
    path: '/commands/:command_id',
    answer({ world, person, params }) {
      world.state.commands.delete(ownedCommand(world, person, params.command_id!).id)
      return done
    },
  },
  {
    method: 'GET',
    path: '/teams/:team_id/commands/autocomplete',
    answer({ world, person, params }) {
      const team = world.state.teams.get(params.team_id!)
      if (!team || !belongs(team, person)) throw forbidden()
      return { body: commandsOf(world, team.id).map(suggestCommand) }
    },
  },
]
