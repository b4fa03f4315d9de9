// The pieces that the configuration's shape is made of: each says what it expects, in the words that its errors show.
import { z } from 'zod'
import { nearest } from '../../checking/distance.ts'

/** What the docs say of a key. */
export type KeyNote = { readonly purpose: string; readonly expected: string; readonly standard: string }

/** A key that may be left out, or left empty: it is `standard` then. */
export function key<Schema extends z.ZodType>(purpose: string, standard: string, expected: string, schema: Schema) {
  return schema.nullish().meta({ purpose, expected, standard } satisfies KeyNote)
}

/** A key with a text on one line that fits. */
export function words(purpose: string, standard: string, expected: string, fits?: (text: string) => boolean) {
  return key(purpose, standard, expected, text(expected, fits))
}

/** A key with a list of such texts. */
export function list(purpose: string, standard: string, expected: string, item: z.ZodType<string>) {
  return key(purpose, standard, expected, z.array(item, expected))
}

/** A key with one of these words. */
export function choice<const Option extends string>(purpose: string, standard: Option, options: readonly Option[]) {
  const expected = `one of ${options.join(', ')}`
  return key(purpose, standard, expected, z.enum(options, expected))
}

/** A key with keys of its own. */
export function group<Schema extends z.ZodType>(purpose: string, schema: Schema) {
  return key(purpose, '', 'the keys below', schema)
}

/** Text on one line that fits; all that is wrong with it is “expected …”. */
export function text(expected: string, fits = (text: string) => text.trim() !== '') {
  return z.string(expected).refine((it) => it.length <= longest && !/[\r\n]/.test(it) && fits(it), expected)
}

/** A mapping with these keys and no others; its error says of each unknown key, on a line of its own, what to do. */
export function keyed<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((unknown) => suggestion(unknown, known)).join('\n')
        : `a mapping with ${known.join(', ')}`,
  })
}

const longest = 1000

function suggestion(unknown: string, known: readonly string[]): string {
  const lower = unknown.toLowerCase()
  const meant = known.find((it) => it.toLowerCase() === lower) ?? nearest(unknown, known)
  return meant === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${meant}?`
}
