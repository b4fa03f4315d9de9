// Writes shape-schema.json from @slack/types: `node test/fakes/slack/write-shape-schema.ts` after a new version of it.
// Making it takes more than a second, so it is kept; a test holds its version to the installed package.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const types = createRequire(import.meta.url)
  .resolve('@slack/types')
  .replace(/\.js$/, '.d.ts')

/** `@slack/types 1.2.3`, as installed. */
export function installedTypes(): string {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', `file://${types}`), 'utf8')) as {
    readonly name: string
    readonly version: string
  }
  return `${name} ${version}`
}

async function write(file: string): Promise<void> {
  const { createGenerator } = await import('ts-json-schema-generator')
  const how = { skipTypeCheck: true, expose: 'all', jsDoc: 'none', functions: 'hide' } as const
  const generator = createGenerator({ path: types, ...how, additionalProperties: false })
  const all = ['KnownBlock', 'ModalView', 'MessageMetadata'].map((name) => generator.createSchema(name).definitions)
  const definitions: unknown = Object.assign({}, ...all)
  writeFileSync(file, JSON.stringify({ $comment: installedTypes(), definitions }))
  execFileSync('npx', ['biome', 'format', '--write', file])
}

if (import.meta.main) await write(fileURLToPath(new URL('shape-schema.json', import.meta.url)))
