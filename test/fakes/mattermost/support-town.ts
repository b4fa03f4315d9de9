// The town that most tests want: a support channel, three people, an administrator and the bot, callbacks let through.
import { type MattermostTown, mattermostTown, type TownOptions } from './town.ts'

export type SupportTown = MattermostTown & {
  readonly team: string
  /** Id of the channel `inscriptions`. */
  readonly channel: string
  /** Ids. */
  readonly people: {
    /** French. */
    readonly marie: string
    /** English. */
    readonly emma: string
    /** French, of the support team: she is in the private channel `support`. */
    readonly sofia: string
    readonly admin: string
  }
  /** Id of the private channel of the support team, without the bot. */
  readonly supportChannel: string
  readonly bot: { readonly id: string; readonly token: string }
  readonly adminToken: string
}

export function supportTown(options: TownOptions = {}): SupportTown {
  const config = {
    enableBotAccounts: true,
    allowedUntrustedInternalConnections: '127.0.0.1 localhost',
    ...options.config,
  }
  const town = mattermostTown({ ...options, config })
  const team = town.addTeam({ name: 'cemu', displayName: 'CEMU' }).id
  const channel = town.addChannel({ team, name: 'inscriptions', displayName: 'Inscriptions Moodle' }).id
  const supportChannel = town.addChannel({ team, name: 'support', displayName: 'Support', type: 'P' }).id
  const everywhere = { teams: [team], channels: [channel] }
  const french = { locale: 'fr', timezone: 'Europe/Paris' }
  const people = {
    marie: town.addPerson({ username: 'marie', firstName: 'Marie', lastName: 'Lefèvre', ...french, ...everywhere }).id,
    emma: town.addPerson({ username: 'emma', firstName: 'Emma', lastName: 'Hill', ...everywhere }).id,
    sofia: town.addPerson({
      username: 'sofia',
      firstName: 'Sofia',
      lastName: 'Marchal',
      ...french,
      teams: [team],
      channels: [channel, supportChannel],
    }).id,
    admin: town.addPerson({ username: 'sysadmin', admin: true, ...everywhere }).id,
  }
  const bot = town.addBot({ username: 'enrolcheck', displayName: 'Enrol check', owner: people.admin, ...everywhere }).id
  const tokens = { bot: { id: bot, token: town.addToken(bot) }, adminToken: town.addToken(people.admin) }
  return { ...town, team, channel, supportChannel, people, ...tokens }
}
