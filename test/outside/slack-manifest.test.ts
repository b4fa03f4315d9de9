// The manifest against the types that Slack publishes for it, which take seconds to become a schema.
import { createRequire } from 'node:module'
import { Ajv, type AnySchema } from 'ajv'
import { createGenerator } from 'ts-json-schema-generator'
import { describe, expect, it } from 'vitest'
import { manifest } from '../adapters/slack/manifest.ts'

const webApi = createRequire(createRequire(import.meta.url).resolve('@slack/bolt')).resolve('@slack/web-api')
const path = webApi.replace(/index\.js$/, 'types/request/manifest.d.ts')
const how = { skipTypeCheck: true, jsDoc: 'none', functions: 'hide', additionalProperties: false } as const

describe('the manifest of the Slack app', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(
    createGenerator({ path, ...how }).createSchema('Manifest') as AnySchema,
  )

  it('has members, scopes and events that Slack knows', () => {
    void validate(manifest)
    expect(validate.errors).toBeNull()
  })

  it('would be refused with a scope that Slack does not know', () => {
    const scopes = { bot: [...manifest.oauth_config.scopes.bot, 'files:everything'] }
    expect(validate({ ...manifest, oauth_config: { scopes } })).toBe(false)
  })
})
