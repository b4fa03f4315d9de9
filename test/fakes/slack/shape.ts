// Holds what the bot sends to the types that Slack publishes; members that they do not know are refused too.
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import schema from './shape-schema.json' with { type: 'json' }
import type { Json } from './state.ts'

const ajv = new Ajv({ strict: false, allErrors: false })
ajv.addSchema(schema, 'slack')

/** `section` → `SectionBlock`: told apart first, so that what is wrong is said of that block alone. */
const blockNames = new Map(
  schema.definitions.KnownBlock.anyOf.map(({ $ref }) => {
    const name = $ref.slice($ref.lastIndexOf('/') + 1)
    return [typeOf(name), name] as const
  }),
)

export function shapeOfBlocks(blocks: readonly Json[]): readonly string[] {
  return blocks.flatMap((block, i) => {
    const name = blockNames.get(String(block.type))
    return name === undefined ? [`blocks/${i}: no such type`] : check(name, block, `blocks/${i}`)
  })
}

export function shapeOfView(view: Json): readonly string[] {
  const blocks = Array.isArray(view.blocks) ? (view.blocks as readonly Json[]) : []
  return [...check('ModalView', { ...view, blocks: [] }, 'view'), ...shapeOfBlocks(blocks)]
}

export function shapeOfMetadata(metadata: Json): readonly string[] {
  return check('MessageMetadata', metadata, 'metadata')
}

function check(name: string, value: unknown, path: string): readonly string[] {
  const validate = ajv.getSchema(`slack#/definitions/${name}`) as ValidateFunction
  if (validate(value)) return []
  return [`${path}: ${(validate.errors ?? []).map(worded).join('; ')}`]
}

function worded({ instancePath, message, params }: ErrorObject): string {
  const more = 'additionalProperty' in params ? ` (${String(params.additionalProperty)})` : ''
  return `${instancePath} ${message ?? 'is wrong'}${more}`.trim()
}

/** `RichTextBlock` is of type `rich_text`. */
function typeOf(name: string): string {
  return name
    .replace(/Block$/, '')
    .replace(/(?<=.)[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase()
}
