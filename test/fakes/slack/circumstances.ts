// What Slack says of every press, choice and call: who, where, and a trigger to open a form with.
import type { Json, State } from './state.ts'

export function circumstances(state: State, person: string, channel: string): Json {
  return {
    ...whoAndWhere(state, person),
    channel: { id: channel, name: state.channels.get(channel)!.name },
    trigger_id: newTrigger(state, person, channel),
  }
}

export function whoAndWhere({ team, app, people }: State, person: string): Json {
  const { name } = people.get(person)!
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: person, username: name, name, team_id: team.id },
    api_app_id: app.id,
    token: 'verification',
    enterprise: null,
    is_enterprise_install: false,
  }
}

export function newTrigger({ triggers, clock, newId }: State, person: string, channel: string): string {
  const id = newId('trigger-')
  triggers.set(id, { person, channel, given: clock.now() })
  return id
}
