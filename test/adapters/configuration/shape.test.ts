// The keys of the file, its example and the page that explains them say the same.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfiguration } from '../../../src/adapters/configuration/configuration.ts'
import type { KeyNote } from '../../../src/adapters/configuration/keyed.ts'
import { shape } from '../../../src/adapters/configuration/shape.ts'

type Key = KeyNote & { readonly path: string }

/** Every key below that schema, such as `sites[].hours.from`. */
function keysOf(schema: z.ZodType, path = ''): readonly Key[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return keysOf(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodArray) return keysOf(schema.element as z.ZodType, `${path}[]`)
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, value]) => {
    const inner = path === '' ? name : `${path}.${name}`
    return [{ path: inner, ...(value.meta() as KeyNote) }, ...keysOf(value, inner)]
  })
}

/** Paths of what a file says, in the same form. */
function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, `${path}[]`))
  if (typeof value !== 'object' || value === null || path === 'sites[].roleAliases') return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = path === '' ? name : `${path}.${name}`
    return [here, ...pathsIn(inner, here)]
  })
}

const keys = keysOf(shape)
const example = 'docs/examples/enrol-check.yml'

it('is in docs/operating.md, key by key, and nothing else is', () => {
  const table = readFileSync('docs/operating.md', 'utf8').match(/^\| `[a-z][A-Za-z[\].]+` \|.*\|.*\|.*\|$/gm)
  const rows = keys.map(({ path, purpose, expected, standard }) => {
    const otherwise = standard === '' ? '' : `\`${standard}\``
    return `| \`${path}\` | ${purpose} | ${expected} | ${otherwise} |`
  })
  expect(table).toEqual(rows)
})

it('is all in the example, and nothing else is', () => {
  expect(new Set(pathsIn(parse(readFileSync(example, 'utf8'))))).toEqual(new Set(keys.map(({ path }) => path)))
})

it('of the example is read as its comments say', async () => {
  const nothing = { site: undefined, reference: undefined, retention: undefined }
  const read = await readConfiguration(example, nothing)
  const { sites, directories, staff, ...others } = read
  expect(sites.map(({ id }) => id)).toEqual(['ecampus', 'collegium', 'prelude', 'formation'])
  expect(Object.keys(directories)).toEqual(['ecampus', 'collegium'])
  expect(staff.mattermost).toEqual({ people: [], group: null })
  const standard = await readConfiguration(undefined, nothing)
  expect({ ...others }).toEqual({
    language: standard.language,
    emptyDigest: standard.emptyDigest,
    retention: standard.retention,
  })
  expect(sites[2]).toEqual(standard.sites[2])
})
