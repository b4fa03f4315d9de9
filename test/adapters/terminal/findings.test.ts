import { expect, it } from 'vitest'
import { tellFindings } from '../../../src/adapters/terminal/findings.ts'
import { plainStyle } from '../../../src/replies/style.ts'

it('tells what is well on one line, and what is not with its remedy below', () => {
  const findings = [
    { ok: true, what: 'The token is that of the bot', remedy: null },
    { ok: false, what: 'Scopes are missing: files:read', remedy: 'Add them.' },
  ]
  expect(tellFindings(findings, plainStyle)).toBe(
    '✓ The token is that of the bot\n✗ Scopes are missing: files:read\n  → Add them.\n',
  )
})
