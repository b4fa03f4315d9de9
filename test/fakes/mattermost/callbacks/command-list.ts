// Slash commands as an administrator of the team keeps them; whoever may see them sees their tokens.
import { ApiError, forbidden } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { CommandRecord, PersonRecord, TeamRecord } from '../records.ts'
import { teamBy } from '../rules/finding.ts'
import { administers } from '../rules/rights.ts'
import type { World } from '../world.ts'

export type CommandDraft = Omit<CommandRecord, 'id' | 'token' | 'create_at' | 'update_at' | 'creator_id'>

/** Throws ApiError 403 without the right, 400 for a bad or taken trigger, or a url that is none. */
export function createCommand(world: World, by: PersonRecord, draft: CommandDraft): CommandRecord {
  administered(world, by, draft.team_id)
  checkCommand(draft)
  const taken = commandsOf(world, draft.team_id).some(({ trigger }) => trigger === draft.trigger.toLowerCase())
  const text = 'This trigger word is already in use. Please choose another word.'
  if (taken) throw new ApiError(400, 'api.command.duplicate_trigger.app_error', text)
  const at = world.clock.stamp()
  const made = { id: world.newId(), token: world.newId(), create_at: at, update_at: at, creator_id: by.id }
  const command = { ...made, ...draft, trigger: draft.trigger.toLowerCase() }
  world.state.commands.set(command.id, command)
  return command
}

export function updateCommand(world: World, by: PersonRecord, id: string, draft: CommandDraft): CommandRecord {
  const command = ownedCommand(world, by, id)
  checkCommand(draft)
  return Object.assign(command, draft, { update_at: world.clock.stamp() })
}

/** Throws ApiError 404 when there is none, 403 without the right. */
export function ownedCommand(world: World, by: PersonRecord, id: string): CommandRecord {
  const command = world.state.commands.get(id)
  if (!command) throw new ApiError(404, 'store.sql_command.get.missing.app_error', 'Command does not exist.')
  administered(world, by, command.team_id)
  return command
}

/** Throws ApiError 404 for an unknown team, 403 for whoever does not administer it. */
export function administered(world: World, by: PersonRecord, teamId: string): TeamRecord {
  const team = teamBy(world, teamId)
  if (!administers(team, by)) throw forbidden()
  return team
}

export const commandsOf = ({ state }: World, teamId: string): readonly CommandRecord[] =>
  [...state.commands.values()].filter(({ team_id }) => team_id === teamId)

export const showCommand = (command: CommandRecord): JsonObject => ({ ...command, delete_at: 0, plugin_id: '' })

/** As a person who types sees it: nothing secret. */
export const suggestCommand = (command: CommandRecord): JsonObject => ({
  ...showCommand(command),
  token: '',
  creator_id: '',
  method: '',
  url: '',
})

function checkCommand({ trigger, url }: CommandDraft): void {
  if (!/^[^/\s]\S{0,127}$/.test(trigger))
    throw new ApiError(400, 'model.command.is_valid.trigger.app_error', 'Invalid trigger.')
  const text = 'Invalid URL. Must be a valid URL and start with http:// or https://.'
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    throw new ApiError(400, 'model.command.is_valid.url_http.app_error', text)
}
