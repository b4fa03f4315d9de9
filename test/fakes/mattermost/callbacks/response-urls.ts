// A command may be answered later, five times within half an hour, by whoever knows the address.
import { ApiError } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { World } from '../world.ts'
import { answerOf, show } from './executing.ts'

const mostUses = 5
const life = 30 * 60_000

/** Throws ApiError 404 for an address that is unknown or too old, 400 once it is used up. */
export function answerLater(world: World, id: string, answer: JsonObject): void {
  const hook = world.state.responseUrls.get(id)
  if (!hook || world.clock.millis() - hook.at > life) throw refusal(404, id)
  if (hook.uses >= mostUses) throw refusal(400, id)
  hook.uses += 1
  const person = world.state.people.get(hook.person)!
  show(world, { person, channel: hook.channel, root: hook.root }, answerOf(answer))
}

const refusal = (status: number, id: string): ApiError =>
  new ApiError(status, 'web.command_webhook.general.app_error', `Failed to handle command webhook ${id}.`)
