// A channel of twelve messages that is read in every way, then changed, then archived.
import { join } from '../rules/joining.ts'
import { addPost } from '../rules/posting.ts'
import type { Exchange } from './read.ts'
import type { Scene } from './scene.ts'
import { replay } from './send.ts'
import { admin, bot, marie, type Stage, seed, team } from './stage.ts'

const channel = 'hjc7ykjmxby9ie8q9fumstu6ko'

const messages = `6xodax7w1iydjcdbwsn93pt1fh hympmreqb384pbyodnuk3mjs9r y8d9o75gq7n68cg7x8togp1esw
  t7goxa74e7njxfiisydu1r6cre empqs13anpgi5qgkcgsg6te7fr 9fk1bgr9a3bfixn4nqi4ni8ehh r5jyeiw83fyu9ysyu47nqs8r1r
  yegbwu1trtyxjddkddbgmjg34o otredpwui7f1jpzpy518ou15oy xtj7qu9bntf37d7bsqquwchnzh xn5drfujrbg1mruruwozb4gwbh
  9kr7qxk1gjg7dmeo9dpoyb1r3e`.split(/\s+/)

/** When everything was said and nothing changed yet, as the recorded `since=` has it. */
const moment = '1795396667971'

export const catchUpScene: Scene = {
  file: 'rest-catchup',
  prepare: fill,
  before: { 'since a moment: new, edited and deleted posts': change },
  instead: { 'an archived channel: archive it': replayArchiving },
}

function fill(stage: Stage): void {
  const { town } = stage
  const by = town.state.people.get(admin)!
  const place = town.addChannel({ id: channel, team, name: 'rattrapage', by: admin })
  stage.ids = ['ri3rhy8f8bnimxsb6we6hmcjee', '1misd175ut8xmxq9gtd1omd5or', 'xf7ewu531prj3ggdcx947w8knh']
  const joined = {
    type: 'system_join_channel',
    message: 'sysadmin joined the channel.',
    props: { username: 'sysadmin' },
  }
  addPost(town, place, by, { channel, ...joined })
  for (const id of [bot, marie]) join(town, by, place, town.state.people.get(id)!)
  for (const [index, id] of messages.entries()) {
    const root = index === 5 ? messages[1]! : ''
    seed(stage, { id, author: marie, channel, root, message: `message ${index}` })
  }
  town.clock.pass({ seconds: 1 })
  stage.swaps.set(moment, String(town.clock.millis()))
}

function change(stage: Stage): void {
  stage.ids = ['eurbhn681ty3xehweu3xac8u5e']
  stage.town.edit(marie, messages[2]!, { text: 'message 2 modifié' })
  stage.town.remove(marie, messages[3]!)
  seed(stage, { id: 'idng4ocpaiysbp48tnbsbie1nr', author: marie, channel, message: 'message 12' })
}

/** With the id of the message that tells of it. */
async function replayArchiving(stage: Stage, exchange: Exchange): Promise<readonly string[]> {
  const system = 'f93ra37idfdtbxhtn8emf3pd3a'
  const before = new Set(stage.town.state.posts.keys())
  const found = await replay(stage, exchange)
  const [made] = [...stage.town.state.posts].filter(([id]) => !before.has(id))
  stage.town.state.posts.delete(made![0])
  stage.town.state.posts.set(system, { ...made![1], id: system })
  return found
}
