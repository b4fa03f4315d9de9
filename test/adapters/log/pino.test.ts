import { expect, it } from 'vitest'
import { pinoLog } from '../../../src/adapters/log/pino.ts'
import { OutsideError } from '../../../src/ports/outside-error.ts'

const lines: string[] = []
const log = pinoLog({ level: 'info', readable: false, write: (line) => lines.push(line) })
const logged = (): Record<string, unknown> => JSON.parse(lines.pop() ?? '') as Record<string, unknown>

it('writes one JSON object per line, with its level and hour', () => {
  log.warn({ job: '7', count: 2 }, 'something')
  expect(logged()).toEqual({
    level: 'warn',
    time: expect.stringMatching(/Z$/) as string,
    job: '7',
    count: 2,
    msg: 'something',
  })
})

it('strikes out what could hold names, cells, files or tokens', () => {
  log.info(
    { name: 'Anne', author: 'U1', file: { name: 'liste.csv' }, posting: { text: 'Bonjour' }, token: 'xoxb' },
    '…',
  )
  expect(lines.at(-1)).not.toMatch(/Anne|U1|liste|Bonjour|xoxb/)
  lines.length = 0
})

it('shows an error by its kind, code and place, never by its message', () => {
  const cause = new TypeError('cannot read “anne@univ.example”')
  log.error({ error: new OutsideError('chat-down', 'no answer for “Anne”', { cause }) }, 'a job failed')
  const { error } = logged() as { error: { type: string; code: string; at: string[]; cause: { type: string } } }
  expect(error).toMatchObject({ type: 'OutsideError', code: 'chat-down', cause: { type: 'TypeError' } })
  expect(error.at[0]).toContain('pino.test.ts')
  expect(JSON.stringify(error)).not.toMatch(/anne/i)
})

it('leaves out what is below its level', () => {
  pinoLog({ level: 'error', readable: false, write: (line) => lines.push(line) }).warn({}, 'something')
  expect(lines).toEqual([])
})
