// A Mattermost server's world without the server: it survives the bot's process, and people act and look in it.
import { type Administration, administration } from './acts/administration.ts'
import {
  addBot,
  addChannel,
  addPerson,
  addTeam,
  addToken,
  type NewBot,
  type NewChannel,
  type NewPerson,
} from './acts/building.ts'
import { type Forgery, forgery } from './acts/forging.ts'
import { type Acts, acts } from './acts/people.ts'
import { type Sights, sights } from './acts/seeing.ts'
import { townClock } from './clock.ts'
import { newId } from './ids.ts'
import type { ChannelRecord, PersonRecord, TeamRecord } from './records.ts'
import { type Config, emptyState } from './state.ts'
import type { TownEvent, World } from './world.ts'

export type Building = {
  addTeam(asked: { readonly name: string; readonly displayName?: string; readonly id?: string }): TeamRecord
  addChannel(asked: NewChannel): ChannelRecord
  addPerson(asked: NewPerson): PersonRecord
  addBot(asked: NewBot): PersonRecord
  /** Its people, by their ids. */
  addGroup(name: string, members: readonly string[]): void
  /** The bearer token. */
  addToken(person: string, token?: string): string
}

export type MattermostTown = World & Building & Acts & Sights & Administration & Forgery

export type TownOptions = {
  /** A moment; the town's clock starts there. */
  readonly start?: string
  readonly config?: Partial<Config>
  /** Where ids come from. */
  readonly newId?: () => string
}

/** Empty, on a server as installed: no bot accounts, no callback to a private address. */
export function mattermostTown(options: TownOptions = {}): MattermostTown {
  const world = makeWorld(options)
  return { ...world, ...building(world), ...acts(world), ...sights(world), ...administration(world), ...forgery(world) }
}

function makeWorld({ start = '2026-11-23T08:00:00Z', config = {}, newId: source = newId }: TownOptions): World {
  const listeners = new Set<(event: TownEvent) => void>()
  return {
    state: emptyState(),
    clock: townClock(start),
    config: { ...asInstalled, ...config },
    newId: source,
    publish(event) {
      for (const listener of listeners) listener(event)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const asInstalled: Config = {
  version: '11.6.0',
  siteUrl: 'http://127.0.0.1:8065',
  maxFileSize: 104_857_600,
  enableBotAccounts: false,
  allowedUntrustedInternalConnections: '',
  outgoingIntegrationRequestsTimeout: 30,
  rateLimit: null,
}

function building(world: World): Building {
  return {
    addTeam: (asked) => addTeam(world, asked),
    addChannel: (asked) => addChannel(world, asked),
    addPerson: (asked) => addPerson(world, asked),
    addBot: (asked) => addBot(world, asked),
    addGroup: (name, members) => void world.state.groups.push({ id: world.newId(), name, members }),
    addToken: (person, token) => addToken(world, person, '', token).token,
  }
}
