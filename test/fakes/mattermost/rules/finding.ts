// Looking up by id, with the answer that the server gives when there is nothing.
import { channelMissing, personMissing, teamMissing } from '../errors.ts'
import type { ChannelRecord, PersonRecord, TeamRecord } from '../records.ts'
import type { World } from '../world.ts'

/** Throws ApiError 404. */
export function personBy({ state }: World, id: string): PersonRecord {
  const person = state.people.get(id)
  if (!person) throw personMissing()
  return person
}

/** Throws ApiError 404. */
export function channelBy({ state }: World, id: string): ChannelRecord {
  const channel = state.channels.get(id)
  if (!channel) throw channelMissing()
  return channel
}

/** Throws ApiError 404. */
export function teamBy({ state }: World, id: string): TeamRecord {
  const team = state.teams.get(id)
  if (!team) throw teamMissing()
  return team
}
