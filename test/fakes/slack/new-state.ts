// An empty workspace, with the app of the bot in it.
import { fakeClock } from '../clock.ts'
import type { App, State } from './state.ts'

/** What the bot may do and what it is told of; everything it could need unless a test says less. */
export type Manifest = { readonly scopes?: readonly string[]; readonly events?: readonly string[] }

const botScopes =
  'channels:history channels:join channels:read chat:write commands files:read files:write groups:history groups:read im:history im:read im:write reactions:read reactions:write usergroups:read users:read'
const botEvents = 'message.channels message.groups message.im'

export function newState(manifest: Manifest): State {
  const clock = fakeClock()
  let count = 0
  return {
    team: { id: 'T0UNIV', name: 'Université', domain: 'universite' },
    app: newApp(manifest),
    clock,
    people: new Map(),
    channels: new Map(),
    files: new Map(),
    groups: new Map(),
    whispers: [],
    views: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    breaches: [],
    calls: [],
    sharing: 'at once',
    lateShares: [],
    postingLimit: false,
    url: '',
    newId: (prefix) => `${prefix}${String(++count).padStart(8, '0')}`,
    newTs: () => `${Math.floor(clock.now().epochMilliseconds / 1000)}.${String(++count).padStart(6, '0')}`,
  }
}

function newApp({ scopes = botScopes.split(' '), events = botEvents.split(' ') }: Manifest): App {
  return {
    id: 'A0ENROL',
    botPerson: 'U0BOT',
    botId: 'B0BOT',
    botToken: 'xoxb-bot',
    appToken: 'xapp-app',
    signingSecret: 'signing secret',
    scopes: new Set(scopes),
    appScopes: new Set(['connections:write']),
    events: new Set(events),
  }
}
