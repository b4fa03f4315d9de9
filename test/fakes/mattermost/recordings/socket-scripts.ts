// What happened between the frames of each recorded socket; the frames themselves are compared.

import { type JsonObject, textIn } from '../json.ts'
import type { Line } from './line.ts'
import type { Recording } from './read.ts'
import { admin, bot, channel, direct, marie, paul, type Stage } from './stage.ts'

/** A socket being replayed. */
export type Play = {
  readonly stage: Stage
  readonly line: Line
  /** Ids of the posts and files that appear in the recorded frames, in turn. */
  readonly ids: string[]
}

type Script = (play: Play) => Promise<void>

const good = '<token of bot>'
const wrong = 'a'.repeat(26)
const csv = { name: 'inscription.csv', text: 'username;course1\netu001;INFO-L1\n' }

export const socketScripts: Readonly<Record<string, Script>> = {
  'connect with the Authorization header': async ({ line }) => {
    await line.open(good)
    await line.end('close')
  },
  'connect and authenticate with a challenge': async ({ line }) => {
    await line.open(null)
    line.send({ seq: 1, action: 'authentication_challenge', data: { token: good } })
    await line.answered(3)
    await line.end('close')
  },
  'challenge with a wrong token': async ({ line }) => {
    await line.open(null)
    line.send({ seq: 1, action: 'authentication_challenge', data: { token: wrong } })
    await line.closed()
  },
  'header with a wrong token': ({ line }) => line.open(wrong),
  'no authentication at all, 8 s': async ({ line, stage }) => {
    await line.open(null)
    stage.town.clock.pass({ seconds: 8 })
    await line.closed()
  },
  'ping, unknown action, text that is not JSON': async ({ line }) => {
    await line.open(good)
    line.send({ seq: 1, action: 'ping' })
    line.send({ seq: 2, action: 'no_such_action' })
    line.send({ seq: 3, action: 'get_statuses_by_ids', data: { user_ids: [marie] } })
    line.send('nope')
    await line.closed()
  },
  'a person posts a file, edits the text, deletes it': async (play) => {
    await play.line.open(good)
    const post = say(play, { author: marie, text: 'Pour Ecampus', files: [csv] })
    play.stage.town.edit(marie, post, { text: 'Pour Collégium' })
    play.stage.town.remove(marie, post)
  },
  'the bot answers in the thread, edits its answer, reacts': async (play) => {
    const { town } = play.stage
    await play.line.open(good)
    const root = say(play, { author: marie, files: [csv] })
    const corrected = { ...csv, name: 'inscription-corrige.csv' }
    const answer = say(play, { author: bot, root, text: '3 problèmes', files: [corrected] })
    town.edit(bot, answer, { text: '2 problèmes' })
    town.react(bot, root, 'warning')
    town.react(marie, answer, '+1')
    town.unreact(marie, answer, '+1')
  },
  'a direct message with a file': async (play) => {
    play.stage.ids = [direct]
    play.stage.town.direct(bot, marie)
    await play.line.open(good)
    say(play, { author: marie, channel: direct, files: [csv] })
  },
  'a first direct message from a person the bot never met': async (play) => {
    await play.line.open(good)
    play.stage.ids = ['ny7xpsrkftyrdnp3qrkiterssc']
    const met = play.stage.town.direct(bot, paul)
    say(play, { author: paul, channel: met, text: 'bonjour' })
  },
  'a mention of the bot': async (play) => {
    await play.line.open(good)
    say(play, { author: marie, text: '@enrolcheck aide' })
  },
  'the bot is removed from the channel and added again; the channel is renamed': async ({ stage, line, ids }) => {
    const { town } = stage
    await line.open(good)
    town.removeFromChannel(admin, channel, bot)
    stage.ids = ids.splice(0)
    town.addToChannel(admin, channel, bot)
    Object.assign(town.state.channels.get(channel)!, { total_msg_count: 69, total_msg_count_root: 34 })
    town.rename(admin, channel, 'Inscriptions Moodle 2026')
  },
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

/** Ids that the recorded frames make appear, each once. */
export function idsOfFrames({ frames = [] }: Recording): string[] {
  const posted = frames.flatMap(({ received }) => (received?.event === 'posted' ? [received.data as JsonObject] : []))
  const posts = posted.map(({ post }) => JSON.parse(textIn(post)) as { id: string; file_ids: string[] | null })
  return posts.flatMap(({ id, file_ids }) => [...(file_ids ?? []), id])
}

type Saying = Omit<Parameters<Stage['town']['post']>[0], 'channel'> & { readonly channel?: string }

function say({ stage, ids }: Play, saying: Saying): string {
  stage.ids = ids.splice(0, (saying.files?.length ?? 0) + 1)
  return stage.town.post({ channel, ...saying }).id
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
