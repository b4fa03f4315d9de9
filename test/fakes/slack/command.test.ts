import type { App } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bolt, clientOf, refusalOf, startBolt } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, people } from './townsfolk.ts'

let town: SlackTown
let bot: Bolt

const start = async (prepare?: (app: App) => void) => {
  bot = await startBolt(town, prepare)
}
beforeEach(async () => {
  town = await slackTown()
})
afterEach(async () => {
  await bot.stop()
  await town.close()
})

describe('commands', () => {
  it('show the answer to that person alone', async () => {
    await start((app) => app.command('/enrol-check', ({ ack, command }) => ack({ text: `*${command.text}*` })))
    const { payload } = await town.people.command({ person: people.english, text: 'status  all' })
    expect(town.whispers(people.english)).toMatchObject([{ shown: 'status  all', channel }])
    expect(town.seen()).toEqual([])
    expect(payload).not.toHaveProperty('thread_ts')
  })

  it('are answered five times within half an hour', async () => {
    let url = ''
    await start((app) =>
      app.command('/enrol-check', async ({ ack, command }) => {
        await ack()
        url = command.response_url
      }),
    )
    await town.people.command({ person: people.english })
    const say = async (body: object) => {
      const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers: json })
      return response.status === 200 ? 'ok' : ((await response.json()) as { readonly error: string }).error
    }
    const json = { 'content-type': 'application/json' }
    for (const text of ['1', '2', '3', '4']) expect(await say({ text })).toBe('ok')
    expect(await say({ text: 'aloud', response_type: 'in_channel' })).toBe('ok')
    expect(await say({ text: '6' })).toBe('used_url')
    expect(town.whispers(people.english).map(({ shown }) => shown)).toEqual(['1', '2', '3', '4'])
    expect(town.seen().map(({ text }) => text)).toEqual(['aloud'])
    await town.people.command({ person: people.english })
    town.clock.pass({ minutes: 31 })
    expect(await say({ text: 'late' })).toBe('expired_url')
  })
})

describe('triggers', () => {
  const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'Vérifier' }, blocks: [] }

  it('open one form within three seconds', async () => {
    await start((app) => app.command('/enrol-check', ({ ack }) => ack()))
    const trigger = async () => String((await town.people.command({ person: people.french })).payload.trigger_id)
    const open = (trigger_id: string) => refusalOf(clientOf(town).views.open({ trigger_id, view }))
    const first = await trigger()
    expect(await open(first)).toBeUndefined()
    expect(await open(first)).toBe('invalid_trigger_id')
    const late = await trigger()
    town.clock.pass({ seconds: 4 })
    expect(await open(late)).toBe('expired_trigger_id')
  })
})
