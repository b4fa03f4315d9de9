// A trigger lets whoever holds it open a dialog for one person: signed, short-lived, good for several uses.
import { createHmac, randomBytes } from 'node:crypto'
import { ApiError } from '../errors.ts'
import type { World } from '../world.ts'

const key = randomBytes(32)

/** `known` goes to the person's client, `secret` to the bot. */
export type Trigger = { readonly known: string; readonly secret: string }

export function makeTrigger(world: World, person: string): Trigger {
  const known = world.newId()
  const said = `${known}:${person}:${world.clock.millis()}:`
  return { known, secret: Buffer.from(said + sign(said)).toString('base64') }
}

/** Whose it is. Throws ApiError 400 `interactive_message.decode_trigger_id.…` for what is no trigger or too old. */
export function readTrigger(
  { clock, config }: World,
  secret: string,
): { readonly known: string; readonly person: string } {
  const parts = Buffer.from(secret, 'base64').toString().split(':')
  const [known, person, at, signature] = parts
  if (parts.length !== 4) throw refusal('missing_data', 'Trigger ID missing required data for interactive dialog.')
  const life = config.outgoingIntegrationRequestsTimeout
  if (clock.millis() - Number(at) > life * 1000) {
    const text = `Trigger ID for interactive dialog is expired. Trigger IDs live for a maximum of ${life} seconds.`
    throw refusal('expired', text)
  }
  if (sign(`${known!}:${person!}:${at!}:`) !== signature)
    throw refusal('verify_signature_failed', 'Signature verification failed of trigger ID for interactive dialog.')
  return { known: known!, person: person! }
}

const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64')

const refusal = (why: string, text: string): ApiError =>
  new ApiError(400, `interactive_message.decode_trigger_id.${why}`, text)
