// The town as it stood when the recordings were made: the same people, places and ids.
import { newId } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { PostRecord } from '../records.ts'
import { upload } from '../rules/uploading.ts'
import { type MattermostServer, serveTown } from '../server.ts'
import { type MattermostTown, mattermostTown } from '../town.ts'
import { type RecordedBot, recordedBot } from './bot.ts'

export const bot = 'ijcz1qnuwjr98ra4ufbahue8rc'
export const marie = 'kz5fy6x8op865ba6nnx6fg4xgw'
export const paul = 'ygowcpiy4f89py63b4hcom65tr'
export const eve = '3djwok3c8iy47j788ydzarmymy'
export const admin = 'd8uii5i1ofdofdw1is73fncggo'
export const team = '16oirze1rt8n7xyjx4pn8eai8y'
export const channel = 'fgy5gas8tjfw9cuqxginqwb3rr'
export const privateChannel = '7caiq3w9ojbizkt9s9cozpfwpe'
export const direct = '4u7re9wkjtru7qkpz11tfpztbh'

export type Stage = {
  readonly town: MattermostTown
  readonly server: MattermostServer
  readonly bot: RecordedBot
  /** Ids that the town will give out next; made up once there are none left. */
  ids: string[]
  /** What was recorded, and what it is here: addresses, triggers. */
  readonly swaps: Map<string, string>
  end(): Promise<void>
}

/** `settled`: the bot exists and is in the team and the channel; there is a private channel without it. */
export async function setStage(settled = true): Promise<Stage> {
  const ids: string[] = []
  const stage = { ids, swaps: new Map<string, string>() }
  const config = { enableBotAccounts: true, allowedUntrustedInternalConnections: '127.0.0.1' }
  const town = mattermostTown({ start: '2026-11-23T01:30:00Z', config, newId: () => stage.ids.shift() ?? newId() })
  populate(town)
  if (settled) addTheBot(town)
  const server = await serveTown(town)
  const callbacks = await recordedBot()
  stage.swaps.set('http://127.0.0.1:8065', server.url)
  stage.swaps.set('http://127.0.0.1:9099', callbacks.url)
  const end = async (): Promise<void> => {
    await server.stop()
    await callbacks.stop()
  }
  return Object.assign(stage, { town, server, bot: callbacks, end })
}

function populate(town: MattermostTown): void {
  town.addTeam({ id: team, name: 'cemu', displayName: 'CEMU' })
  const person = { teams: [team] }
  town.addPerson({ id: admin, username: 'sysadmin', admin: true, ...person })
  town.addChannel({ id: channel, team, name: 'inscriptions', displayName: 'Inscriptions Moodle', by: admin })
  const inChannel = { ...person, channels: [channel] }
  town.addPerson({ id: marie, username: 'marie', firstName: 'Marie', lastName: 'Lefèvre', locale: 'fr', ...inChannel })
  town.addPerson({ id: paul, username: 'paul', firstName: 'Paul', lastName: 'Martin', ...inChannel })
  town.addPerson({ id: eve, username: 'eve' })
  for (const [name, id] of Object.entries({ marie, paul, eve, admin })) town.addToken(id, `<token of ${name}>`)
}

function addTheBot(town: MattermostTown): void {
  const about = { displayName: 'Enrol check', description: 'Checks enrolment files', owner: admin }
  town.addBot({ id: bot, username: 'enrolcheck', ...about, teams: [team], channels: [channel] })
  town.addToken(bot, '<token of bot>')
  town.addChannel({ id: privateChannel, team, name: 'prive', displayName: 'Privé', type: 'P', by: admin })
}

export type Seed = {
  readonly id: string
  readonly author?: string
  readonly channel?: string
  readonly message?: string
  readonly root?: string
  readonly props?: JsonObject
  /** Ids of files that the author uploads for it. */
  readonly files?: readonly string[]
}

/** A post that was made in a request that is not among the recorded ones. */
export function seed(
  stage: Stage,
  { id, author = bot, channel: where = channel, message = '', root = '', ...more }: Seed,
): PostRecord {
  const { props = {}, files = [] } = more
  stage.ids = [...files, id]
  const sent = files.map(() => ({ name: 'inscription-corrige.csv', text: 'x' }))
  return stage.town.post({ author, channel: where, text: message, root, props, files: sent })
}

export function seedFile(stage: Stage, id: string, author: string, name: string, where = channel): void {
  stage.ids = [id]
  const person = stage.town.state.people.get(author)!
  upload(stage.town, person, where, { name, bytes: Buffer.from('username;course1\netu001;INFO-L1\n') })
}
