// A bot from before it was made until it is at home: what it may do at each step.
import { join } from '../rules/joining.ts'
import { addPost } from '../rules/posting.ts'
import type { Scene } from './scene.ts'
import { admin, bot, channel, marie, paul, type Stage, team } from './stage.ts'

export const rightsScene: Scene = {
  file: 'rest-rights',
  settled: false,
  prepare(stage) {
    const { town } = stage
    town.config.enableBotAccounts = false
    town.addChannel({ id: 'fpxy68z5ci8kxpt8dqmc6yxber', team, name: 'off-topic', displayName: 'Off-Topic' })
    town.addChannel({ id: 'wtagrassjtfompnusrjpczirte', team, name: 'town-square', displayName: 'Town Square' })
    settleIn(stage)
  },
  before: {
    'create a bot once allowed': ({ town }) => {
      town.config.enableBotAccounts = true
    },
    'my channels in a team': greet,
  },
}

/** The channel as three system messages tell of it. */
function settleIn(stage: Stage): void {
  const { town } = stage
  const place = town.state.channels.get(channel)!
  const by = town.state.people.get(admin)!
  for (const id of [marie, paul]) place.members.delete(id)
  stage.ids = ['sbiqq15io3y58bz5u441q1yfjw', 'gqneddyogjb9jfnrh9i766su1a', '5pn917n6zpn98qu7n98otdwmxc']
  const joined = {
    type: 'system_join_channel',
    message: 'sysadmin joined the channel.',
    props: { username: 'sysadmin' },
  }
  addPost(town, place, by, { channel, ...joined })
  for (const id of [marie, paul]) join(town, by, place, town.state.people.get(id)!)
}

/** What the server does by itself for a new bot: a word to its owner, the channels that everybody is in. */
function greet(stage: Stage): void {
  const { town } = stage
  for (const name of ['fpxy68z5ci8kxpt8dqmc6yxber', 'wtagrassjtfompnusrjpczirte']) {
    const place = town.state.channels.get(name)!
    place.members.add(bot)
    place.last_post_at = town.clock.stamp()
  }
  stage.ids = ['yptii6kmd3na8bckz1art58ymc']
  town.post({ author: bot, channel: town.direct(bot, admin), text: 'Please add me to teams and channels.' })
}
