import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../src/adapters/local/api-suggestions.ts'
import { commandNames } from '../../../src/replies/command-words.ts'
import { refusal } from '../http/serve.ts'
import { type LocalServer, startLocal } from './local-server.ts'

describe('suggestions of commands', () => {
  let server: LocalServer
  beforeAll(async () => {
    server = await startLocal()
  })
  afterAll(() => server.close())

  const ask = (person: string) => fetch(`${server.url}/api/commands?person=${person}`)
  const suggested = async (person: string): Promise<readonly Suggestion[]> =>
    ((await (await ask(person)).json()) as { commands: Suggestion[] }).commands

  it('are all commands for the team', async () => {
    expect((await suggested('staff')).map(({ name }) => name)).toEqual(commandNames)
  })

  it('leave out for others what only the team can ask for', async () => {
    const names = (await suggested('requester')).map(({ name }) => name)
    expect(names).toEqual(commandNames.filter((name) => name !== 'done' && name !== 'digest'))
  })

  it('are in the language of the person, each on one short line', async () => {
    const [french, english] = await Promise.all([suggested('requester'), suggested('requester-en')])
    expect(french[0]).toEqual({
      name: 'check',
      argument: '[lien]',
      text: expect.stringMatching(/^revérifier/) as string,
    })
    expect(english[0]).toEqual({ name: 'check', argument: '[link]', text: expect.stringMatching(/^check/) as string })
    for (const { text } of [...french, ...english]) expect(text.length).toBeLessThanOrEqual(60)
  })

  it('are for known people', async () => {
    expect(await refusal(await ask('eve'))).toMatchObject({ status: 404, code: 'unknown-person' })
  })
})
