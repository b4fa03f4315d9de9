// Sockets that broke, and what became of them: resumed, not resumed, refused, deaf.
import type { JsonObject } from '../json.ts'
import type { Line } from './line.ts'
import { good, type Play, type Script, say, wrong } from './play.ts'
import { bot, channel, marie, type Stage } from './stage.ts'

export const resumeScripts: Readonly<Record<string, Script>> = {
  'reliable: cut, three posts missed, resumed with connection_id and sequence_number': async (play) => {
    await play.line.open(good)
    say(play, { author: marie, text: 'un' })
    await play.line.settle()
    await play.line.end('terminate')
    for (const text of ['deux', 'trois', 'quatre']) say(play, { author: marie, text })
    await play.line.open(good, play.line.sameAgain())
    say(play, { author: marie, text: 'cinq' })
  },
  'resume with an unknown connection_id': ({ line }) =>
    line.open(good, `?connection_id=${'z'.repeat(26)}&sequence_number=5`),
  'resume when more than 128 events were missed': (play) => missMany(play, 150),
  'resume when 600 events were missed': (play) => missMany(play, 600),
  'resume with a sequence number in the future': async ({ line }) => {
    await line.open(good)
    await line.end('terminate')
    await line.open(good, line.sameAgain(50))
  },
  'the token of the bot is revoked while it is connected': async ({ stage, line }) => {
    await line.open(good)
    stage.town.revoke(good)
    await tellWhoIAm(stage, line, 'GET /users/me')
    await line.open(good)
    stage.town.state.tokens.get(good)!.active = true
  },
  'the bot is disabled while it is connected, then enabled': async ({ stage, line }) => {
    await line.open(good)
    stage.town.disable(bot)
    await tellWhoIAm(stage, line, 'GET /users/me')
    stage.town.enable(bot)
    const { status } = await whoAmI(stage)
    line.heard.push({ event: 'GET /users/me after enabling', status })
  },
  'resume after 40 s without a connection': async (play) => {
    await play.line.open(good)
    await play.line.end('terminate')
    play.stage.town.clock.pass({ seconds: 40 })
    say(play, { author: marie, text: 'pendant l’absence' })
    await play.line.open(good, play.line.sameAgain())
  },
  'header with a wrong token, 20 s': async ({ stage, line }) => {
    await line.open(wrong)
    stage.town.clock.pass({ seconds: 5 })
    await line.closed()
  },
  'the token is revoked while connected, 90 s': async ({ stage, line }) => {
    await line.open(good)
    stage.town.revoke(good)
    stage.town.post({ author: marie, channel, text: 'entends-tu ?' })
    stage.town.clock.pass({ seconds: 90 })
    stage.town.state.tokens.get(good)!.active = true
  },
  'the server restarts while the bot is connected': async ({ stage, line }) => {
    await line.open(good)
    await stage.server.stop()
    await line.closed()
    await line.open(good, line.sameAgain())
    await stage.server.start()
    await line.open(good, line.sameAgain())
  },
  'a socket while over the limit': async ({ stage, line }) => {
    stage.town.config.rateLimit = { perSec: 2, maxBurst: 0 }
    await whoAmI(stage)
    await line.open(good)
    stage.town.config.rateLimit = null
  },
}

async function missMany(play: Play, count: number): Promise<void> {
  await play.line.open(good)
  await play.line.end('terminate')
  for (let index = 0; index < count; index++) say(play, { author: marie, text: `m${index}` })
  await play.line.open(good, play.line.sameAgain())
}

async function tellWhoIAm(stage: Stage, line: Line, event: string): Promise<void> {
  const answer = await whoAmI(stage)
  line.heard.push({ event, status: answer.status, body: (await answer.json()) as JsonObject })
}

const whoAmI = ({ server }: Stage): Promise<Response> =>
  fetch(`${server.url}/api/v4/users/me`, { headers: { authorization: `Bearer ${good}` } })
