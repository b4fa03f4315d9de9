// The conversation of the bot with one person; making it again gives the one that is there.
import { type Api, read } from './api.ts'
import { asCode } from './refusal.ts'
import { idSchema } from './shapes.ts'

/** Id of its channel. Throws OutsideError `direct-refused` when nobody can write to that person. */
export function createDirectChannels(api: Api, me: () => Promise<string>): (person: string) => Promise<string> {
  const known = new Map<string, string>()
  return async (person) => {
    const before = known.get(person)
    if (before !== undefined) return before
    const answer = await api.client.createDirectChannel([await me(), person]).catch((error: unknown) => {
      throw asCode(error, [400, 403, 404], 'direct-refused', 'Mattermost lets the bot not write to that person')
    })
    const { id } = read(idSchema, answer)
    known.set(person, id)
    return id
  }
}
