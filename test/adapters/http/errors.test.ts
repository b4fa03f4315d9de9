// What a failure of a request leaves in the log: enough to find it, and nothing that somebody wrote.
import { expect, it } from 'vitest'
import { errorAnswer } from '../../../src/adapters/http/errors.ts'
import { pinoLog } from '../../../src/adapters/log/pino.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'

const cause = new TypeError('cannot read “anne@univ.example”')

it.each([
  ['a bug', cause, 500],
  ['a failure outside', new OutsideError('store-unavailable', 'No store', { cause }), 503],
])('%s is logged by its place, without its words', (_, error, status) => {
  const lines: string[] = []
  const log = pinoLog({ level: 'info', readable: false, write: (line) => lines.push(line) })
  expect(errorAnswer(error, log).status).toBe(status)
  expect(lines.join('')).toContain('errors.test.ts')
  expect(lines.join('')).toContain('TypeError')
  expect(lines.join('')).not.toContain('anne')
})
