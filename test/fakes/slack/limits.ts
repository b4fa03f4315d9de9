// How much Slack takes in a post and in a form, which its types do not say.
import { breachesOfObject } from './limits-of-objects.ts'
import type { Json } from './state.ts'

const longestTogether = 13_200

/** What is too much in the blocks of a post. */
export function breachesOfBlocks(blocks: readonly Json[]): readonly string[] {
  const tables = blocks.filter(({ type }) => type === 'table').length
  return [
    ...(blocks.length > 50 ? [`blocks: ${blocks.length} of 50`] : []),
    ...(tables > 1 ? [`blocks: ${tables} tables of 1`] : []),
    ...breachesWithin(blocks),
  ]
}

/** What is too much in a form. */
export function breachesOfView(view: Json): readonly string[] {
  const blocks = (view.blocks ?? []) as readonly Json[]
  const asks = blocks.some(({ type }) => type === 'input')
  return [
    ...(blocks.length > 100 ? [`blocks: ${blocks.length} of 100`] : []),
    ...(asks && view.submit === undefined ? ['submit: missing beside an input'] : []),
    ...breachesOfObject(view, 'view'),
    ...breachesWithin(blocks),
  ]
}

/** Whether all texts of the blocks together are more than a post takes. */
export function isTooLong(blocks: readonly Json[]): boolean {
  const texts = blocks.flatMap((block) => objectsIn(block, '')).map(({ object }) => object.text)
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0) > longestTogether
}

function breachesWithin(blocks: readonly Json[]): readonly string[] {
  const ids = blocks.flatMap(({ block_id }) => (typeof block_id === 'string' ? [block_id] : []))
  return [
    ...(new Set(ids).size < ids.length ? ['blocks: a block_id twice'] : []),
    ...ids.filter((id) => id.length > 255).map((id) => `block_id: ${id.length} characters of 255`),
    ...blocks.flatMap((block, i) =>
      objectsIn(block, `blocks/${i}`).flatMap(({ object, path }) => breachesOfObject(object, path)),
    ),
  ]
}

/** All objects in one, itself first. */
function objectsIn(value: unknown, path: string): readonly { readonly object: Json; readonly path: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([name, part]) => objectsIn(part, `${path}/${name}`))
  return Array.isArray(value) ? within : [{ object: value as Json, path }, ...within]
}
