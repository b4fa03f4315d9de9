// Bodies of requests as Go reads them: unknown fields are ignored, null is as good as absent, a wrong type is refused.
import { z } from 'zod'
import type { Json, JsonObject } from '../json.ts'

const json: z.ZodType<Json> = z.json()
export const object: z.ZodType<JsonObject> = z.record(z.string(), json)

export const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')

export const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)

export const props = object.nullish().transform((value) => value ?? {})

export const ids = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? [])

/** Absent where null or not given. */
export const maybe = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? undefined)

export { z }
