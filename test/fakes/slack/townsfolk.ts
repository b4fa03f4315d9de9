// Who lives in the town at first, and where they meet.
import type { Channel, ChannelKind, State } from './state.ts'

export const defaultChannel = 'C0SUPPORT'
/** A private channel that the bot is in. */
export const privateChannel = 'G0PRIVATE'
/** A public channel that the bot is not in. */
export const otherChannel = 'C0ELSEWHERE'
/** The group of the support team. */
export const teamGroup = 'S0TEAM'

/** French, English, of the support team. */
export const people = { french: 'U0MARIE', english: 'U0EMMA', staff: 'U0SOFIA' }

export function settle(state: State): void {
  const { app } = state
  addPerson(state, people.french, 'marie', 'fr-FR', 'Europe/Paris')
  addPerson(state, people.english, 'emma', 'en-GB', 'Europe/London')
  addPerson(state, people.staff, 'sofia', 'fr-CA', 'America/Toronto')
  state.people.set(app.botPerson, { ...person('enrol-check', 'en-US', 'Europe/Paris'), id: app.botPerson, bot: true })
  state.groups.set(teamGroup, { handle: 'support-team', members: new Set([people.staff]) })
  const everybody = Object.values(people)
  addChannel(state, defaultChannel, 'support', 'public', [...everybody, app.botPerson])
  addChannel(state, privateChannel, 'secretariat', 'private', [...everybody, app.botPerson])
  addChannel(state, otherChannel, 'elsewhere', 'public', everybody)
}

function addPerson(state: State, id: string, name: string, locale: string, tz: string): void {
  state.people.set(id, { ...person(name, locale, tz), id })
}

function person(name: string, locale: string, tz: string) {
  return { name, realName: name.replace(/^\w/, (letter) => letter.toUpperCase()), locale, tz, bot: false }
}

export function addChannel(
  { channels }: State,
  id: string,
  name: string,
  kind: ChannelKind,
  members: readonly string[],
): Channel {
  const channel: Channel = { id, name, kind, members: new Set(members), archived: false, posts: [] }
  channels.set(id, channel)
  return channel
}
