// What happened between the frames of each recorded socket; the frames themselves are compared.
import { good, type Script, say, wrong } from './play.ts'
import { resumeScripts } from './resume-scripts.ts'
import { admin, bot, channel, direct, marie, paul } from './stage.ts'

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
  ...resumeScripts,
}
