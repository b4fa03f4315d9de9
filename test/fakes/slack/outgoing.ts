// Looks at what the bot wants to say: a breach of Slack's rules is recorded, and answered as Slack does.
import type { Inside } from './inside.ts'
import { breachesOfBlocks, breachesOfView, isTooLong } from './limits.ts'
import { shapeOfBlocks, shapeOfMetadata, shapeOfView } from './shape.ts'
import { SlackError } from './slack-error.ts'
import type { Json } from './state.ts'

export type Outgoing = { readonly text: string; readonly blocks: readonly Json[]; readonly metadata: Json | null }

/** The longest text: more is cut off in a new post, and refused in a change of one. */
const longest = { post: 40_000, change: 4000 }

/** Text, blocks and metadata of a call. Throws SlackError when Slack would refuse them. */
export function readOutgoing(inside: Inside, method: string, args: Json): Outgoing {
  const text = typeof args.text === 'string' ? args.text : ''
  const blocks = blocksOf(inside, method, args.blocks)
  const metadata = (args.metadata ?? null) as Json | null
  const limit = method === 'chat.update' ? longest.change : longest.post
  if (text.length > limit) refuse(inside, method, 'msg_too_long', [`text: ${text.length} characters of ${limit}`])
  if (metadata && Object.keys(metadata).length > 0)
    refuseAny(inside, method, 'invalid_metadata_format', shapeOfMetadata(metadata))
  return { text, blocks, metadata }
}

function blocksOf(inside: Inside, method: string, given: unknown): readonly Json[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) return refuse(inside, method, 'invalid_blocks_format', ['blocks: not a list'])
  const blocks = given as readonly Json[]
  refuseAny(inside, method, 'invalid_blocks', [...shapeOfBlocks(blocks), ...breachesOfBlocks(blocks)])
  if (isTooLong(blocks)) refuse(inside, method, 'msg_blocks_too_long', ['blocks: too long together'])
  return blocks
}

/** The form in a call of views.*. Throws SlackError when Slack would refuse it. */
export function readView(inside: Inside, method: string, given: unknown): Json {
  const view = (given ?? {}) as Json
  refuseAny(inside, method, 'invalid_arguments', [...shapeOfView(view), ...breachesOfView(view)])
  return view
}

function refuseAny(inside: Inside, method: string, code: string, breaches: readonly string[]): void {
  if (breaches.length > 0) refuse(inside, method, code, breaches)
}

function refuse(inside: Inside, method: string, code: string, breaches: readonly string[]): never {
  inside.state.breaches.push(...breaches.map((breach) => `${method}: ${breach}`))
  const messages = breaches.map((breach) => `[ERROR] ${breach}`)
  throw new SlackError(code, { errors: breaches, response_metadata: { messages } })
}
