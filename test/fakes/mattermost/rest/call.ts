// One request as a route sees it, and what a route answers.
import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import type { Json } from '../json.ts'
import type { PersonRecord } from '../records.ts'
import type { World } from '../world.ts'

export type Call = {
  readonly world: World
  readonly person: PersonRecord
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly request: IncomingMessage
  /** Throws ApiError 400 `…invalid_body_param` naming `name` for what does not fit, 413 for too much. */
  readonly body: <T>(schema: z.ZodType<T>, name: string) => Promise<T>
  /** Settles once a fault, if there is one, lets the work go on. */
  readonly pause: () => Promise<void>
}

export type Reply = {
  readonly status?: number
  readonly body: Json | Uint8Array
  readonly headers?: Readonly<Record<string, string>>
}

export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:id` and the like are letters and digits, `:…Name` may have more. */
  readonly path: string
  /** Needs no token; the person is then nobody to rely on. */
  readonly open?: true
  answer(call: Call): Reply | Promise<Reply>
}

export const done: Reply = { body: { status: 'OK' } }
