// A whole life of a request whose every text was chosen by somebody who means harm: nobody is called, nothing becomes a
// link, and the log says nothing of it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pinoLog } from '../../src/adapters/log/pino.ts'
import { eventsFor } from '../../src/app/events.ts'
import type { Outside } from '../../src/app/outside.ts'
import { eventually, makeWorld as makeMattermost } from '../adapters/mattermost/mattermost-world.ts'
import { startBotIn } from '../adapters/slack/slack-bot.ts'
import { slackWorld } from '../adapters/slack/slack-world.ts'
import type { Json } from '../fakes/slack/state.ts'
import { people } from '../fakes/slack/townsfolk.ts'
import { csv, easySites, makeWorld, runDue, type World } from '../fakes/world.ts'

let app: World
let lines: string[]
beforeEach(async () => {
  app = await makeWorld()
  lines = []
})
afterEach(() => app.close())

const log = pinoLog({ level: 'info', readable: false, write: (line) => lines.push(line) })

const secret = 'Zorglub'
const harm = [
  `@channel ${secret}`,
  `<!channel> <@U0STAFF> ${secret}`,
  `[${secret}](https://evil.example/a)`,
  `![${secret}](https://evil.example/p.png)`,
  `https://evil.example/${secret}`,
  `\`@here\` ${secret}`,
  `~town-square #${secret} :tada: $x^2$ @sofia`,
  `<img src=x onerror=alert(1)>${secret}`,
  `__proto__ ${secret} constructor`,
]
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const file = csv(
  `@channel [${secret}](https://evil.example) \`@all\` <!here> .csv`,
  'username,firstname,lastname,email,course1,role1',
  ...harm.map((cell, i) => [`2190000${i}`, cell, cell, cell, cell, cell].map(quoted).join(',')),
)

/** What the log must say nothing of. */
const planted = new RegExp(`${secret}|evil|2190000|@channel|a-revoir|Lefèvre|xox[bp]-|xapp-|Bearer`, 'i')

/** All that a person may say to the bot that comes back in an answer. */
const spoken = ['status', 'check', 'pending', 'digest', 'help', ...harm, `rules ${harm[2]}`, `site ${harm[6]}`]

const withoutCode = (text: string) => text.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, ' ')

it('in Mattermost calls nobody, and stays in code', async () => {
  const world = await makeMattermost({ options: { log } })
  const { store } = app
  world.restart({ postings: store.postings, threads: () => store.batches.pending({ chat: 'mattermost' }) })
  const outside: Outside = { ...app.outside, clock: world.town.clock, log, chats: [world.chat()] }
  await world.start(eventsFor(outside))
  const { channel, people: town, bot } = world.town
  const { id } = world.town.post({ author: town.marie, channel, text: harm.join('\n'), files: [file] })
  await eventually(async () => {
    expect(await store.postings.ofPost('mattermost', channel, id)).not.toEqual([])
  })
  await runDue(outside)
  const mine = () => world.town.seen(channel).filter(({ author }) => author === bot.id)
  await world.town.press(town.marie, mine()[0]!.id, 'all')
  for (const words of spoken)
    await world.town.command({ person: town.sofia, channel, root: id, line: `/enrol-check ${words}` })
  await runDue(outside)
  const whispers = world.town.whispers(town.sofia).map(({ message }) => message)
  expect(whispers).toHaveLength(spoken.length)
  expect(mine()).toHaveLength(2)
  expect(mine().flatMap(({ mentions }) => mentions)).toEqual([])
  expect(withoutCode([...mine().map(({ text }) => text), ...whispers].join('\n'))).not.toMatch(
    /Zorglub|evil|@\w|<\w|<!|__proto__|onerror/,
  )
  expect(lines.length).toBeGreaterThan(2)
  expect(lines.join('')).not.toMatch(planted)
  await world.close()
})

it('in Slack calls nobody, and is text', async () => {
  const world = await slackWorld()
  const bot = await startBotIn(world, app.store, { log, sites: easySites })
  const { ts } = await world.town.people.post({
    author: people.french,
    text: '&lt;!channel&gt;',
    files: [{ name: file.name, bytes: file.bytes }],
  })
  await runDue(bot.outside)
  const mine = () => world.town.seen().filter(({ author }) => author === world.town.app.botPerson)
  const [reply] = mine()
  const post = { channel: reply!.channel, ts: reply!.ts }
  await world.town.people.press({ person: people.french, post, action: reply!.actionIds.at(-1)! })
  for (const text of spoken) await world.town.people.command({ person: people.staff, text })
  await runDue(bot.outside)
  await bot.stop()
  const { whispers } = world.town.state
  expect(reply!.thread).toBe(ts)
  expect(whispers.length).toBeGreaterThanOrEqual(spoken.length)
  const blocks = [...mine(), ...whispers].flatMap((said) => said.blocks)
  const called = elementsIn(blocks).filter(({ type }) =>
    ['user', 'usergroup', 'broadcast', 'channel'].includes(String(type)),
  )
  const links = elementsIn(blocks)
    .filter(({ type }) => type === 'link')
    .map(({ url }) => String(url))
  expect(called).toEqual([])
  expect(links.filter((url) => !url.startsWith('https://universite.slack.com/'))).toEqual([])
  expect(JSON.stringify(elementsIn(blocks))).toContain(secret)
  expect(elementsIn(blocks).filter(({ type }) => type === 'mrkdwn')).toEqual([])
  const posts = [...world.town.state.channels.values()].flatMap((channel) => channel.posts)
  const fallbacks = [...posts.filter(({ author }) => author === world.town.app.botPerson), ...whispers]
  expect(fallbacks.filter(({ text }) => /[<>]/.test(text))).toEqual([])
  expect(lines.join('') + JSON.stringify(world.log.lines)).not.toMatch(planted)
  await world.close()
})

/** Everything with a type, at any depth. */
function elementsIn(value: unknown): readonly Json[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.values(value).flatMap(elementsIn)
  return 'type' in value ? [value, ...within] : within
}
