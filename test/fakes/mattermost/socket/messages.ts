// What a client may ask over its socket; each request has a number that comes back with the reply.
import { z } from 'zod'
import type { JsonObject } from '../json.ts'
import type { World } from '../world.ts'

const shape = z.object({ seq: z.number(), action: z.string(), data: z.record(z.string(), z.unknown()).nullish() })

export type Message = {
  readonly seq: number
  readonly action: string
  readonly data: Readonly<Record<string, unknown>>
}

/** Null for what is no message at all. */
export function readMessage(text: string): Message | null {
  try {
    const { seq, action, data } = shape.parse(JSON.parse(text))
    return { seq, action, data: data ?? {} }
  } catch {
    return null
  }
}

export function perform(world: World, { seq, action, data }: Message, known: boolean): JsonObject {
  const id = 'api.web_socket_router.not_authenticated.app_error'
  if (!known) return failure(seq, id, 'WebSocket connection is not authenticated. Please log in and try again.', 401)
  if (action === 'ping') return success(seq, pong(world))
  if (action === 'user_typing') return success(seq)
  if (action === 'get_statuses_by_ids') return success(seq, statuses(data.user_ids))
  return failure(seq, 'api.web_socket_router.bad_action.app_error', 'Unknown WebSocket action.', 500)
}

const pong = ({ clock, config }: World): JsonObject => ({
  node_id: '',
  server_time: clock.millis(),
  text: 'pong',
  version: config.version,
})

const statuses = (ids: unknown): JsonObject =>
  Object.fromEntries((Array.isArray(ids) ? ids : []).map((id) => [String(id), 'offline']))

const success = (seq: number, data?: JsonObject): JsonObject => ({
  status: 'OK',
  seq_reply: seq,
  ...(data && { data }),
})

const failure = (seq: number, id: string, message: string, status: number): JsonObject => ({
  status: 'FAIL',
  seq_reply: seq,
  error: { id, message, detailed_error: '', status_code: status },
})
