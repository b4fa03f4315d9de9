// A Slack workspace on this machine that real Bolt talks to: people who write and press, a server, a clock that tests
// move and faults that tests switch on. It outlives the bot: stop one, start another, the town remembers.
//
//   const town = await slackTown()
//   new App({ token: town.app.botToken, appToken: town.app.appToken, socketMode: true,
//             clientOptions: { slackApiUrl: town.apiUrl } })
//   await town.people.post({ author: people.french, files: [{ name: 'a.csv', text: 'username' }] })
//   town.seen()         what everybody sees
//   town.breaches       what Slack would have refused: must be empty at the end of a test
//   town.pass({ seconds: 3 })                         what was not acknowledged comes again
//   town.faults.next('chat.postMessage', { kind: 'cut', when: 'after' })
//   town.sockets.cut()                                and .askToLeave, .opened, .closed, .everywhere
//   town.state.sharing = 'late'                       shared files appear when town.showLateShares() says so

import { type Commanding, command } from './command.ts'
import { type Deliveries, type Delivery, startDeliveries } from './deliveries.ts'
import { callback } from './events.ts'
import { type Faults, newFaults } from './faults.ts'
import type { Filled } from './form-values.ts'
import { close, formOf, type Submitted, submit } from './forms.ts'
import { type HttpRoad, openHttpRoad } from './http-road.ts'
import type { Inside } from './inside.ts'
import { openDirect } from './lookup.ts'
import { type Manifest, newState } from './new-state.ts'
import { edit, type PostPlace, react, remove, removeFile, type Said, type Saying, say } from './people.ts'
import { type Pressing, press } from './press.ts'
import { type Seen, seenIn, whispersTo } from './seen.ts'
import { startServer } from './server.ts'
import { type Shortcutting, shortcut } from './shortcut.ts'
import { openSockets, type Sockets } from './sockets.ts'
import type { App, Json, State, View, Whisper } from './state.ts'
import { defaultChannel, settle } from './townsfolk.ts'

export type Townspeople = {
  post(saying: Saying): Promise<Said>
  edit(post: PostPlace, text: string): Promise<Delivery | null>
  remove(post: PostPlace): Promise<Delivery | null>
  /** Deletes a file and leaves the post. */
  removeFile(id: string): Promise<void>
  react(post: PostPlace, person: string, name: string): Promise<void>
  press(pressing: Pressing): Promise<Delivery>
  /** Takes an option of a menu. */
  choose(choosing: Pressing & { readonly option: string }): Promise<Delivery>
  command(given: Commanding): Promise<Delivery>
  shortcut(given: Shortcutting): Promise<Delivery>
  /** The form on that person's screen. */
  form(person: string): View
  submit(person: string, filled: Filled): Promise<Submitted>
  closeForm(person: string): Promise<void>
}

export type SlackTown = Pick<State, 'clock' | 'breaches' | 'calls'> & {
  readonly app: App
  readonly state: State
  /** For `clientOptions.slackApiUrl`. */
  readonly apiUrl: string
  readonly people: Townspeople
  readonly sockets: Sockets
  readonly deliveries: Deliveries
  readonly faults: Faults
  /** Posts of a channel, of the support channel unless told otherwise; oldest first. */
  seen(channel?: string): readonly Seen[]
  /** Of a person's conversation with the bot. */
  seenBy(person: string): readonly Seen[]
  /** What only this person sees: answers to commands, ephemeral posts. */
  whispers(person: string): readonly (Whisper & { readonly shown: string })[]
  /** Moves the clock, and sends again what was not acknowledged and has its turn. */
  pass(duration: Temporal.DurationLike): Promise<void>
  /** Shows the files that the bot shared while `state.sharing` was `late`. */
  showLateShares(): void
  /** Tells the bot of anything else: any event as it stands, asked for or not. */
  tell(event: Json): Promise<Delivery>
  /** From now on, tells the bot at that URL instead of over Socket Mode. */
  useHttp(url: string): HttpRoad
  close(): Promise<void>
}

/** With the rights and the events of that manifest. */
export async function slackTown(manifest: Manifest = {}): Promise<SlackTown> {
  const state = newState(manifest)
  settle(state)
  const deliveries = startDeliveries(state)
  const sockets = openSockets(state, deliveries)
  deliveries.road = sockets
  const inside: Inside = { state, deliveries, sockets, faults: newFaults() }
  const stop = await startServer(inside)
  const { app, clock, breaches, calls } = state
  return {
    ...{ app, state, clock, breaches, calls, sockets, deliveries, faults: inside.faults },
    apiUrl: `${state.url}/api/`,
    people: townspeople(inside),
    seen: (channel = defaultChannel) => seenIn(state, channel),
    seenBy: (person) => seenIn(state, openDirect(state, person).id),
    whispers: (person) => whispersTo(state, person),
    pass: (duration) => deliveries.pass(duration),
    showLateShares() {
      for (const show of state.lateShares.splice(0)) show()
    },
    tell: (event) => deliveries.deliver('events_api', callback(state, event)),
    useHttp(url) {
      const road = openHttpRoad(state, deliveries, url)
      deliveries.road = road
      return road
    },
    close: stop,
  }
}

function townspeople(inside: Inside): Townspeople {
  return {
    post: (saying) => say(inside, saying),
    edit: (post, text) => edit(inside, post, text),
    remove: (post) => remove(inside, post),
    removeFile: (id) => removeFile(inside, id),
    react: (post, person, name) => react(inside, post, person, name),
    press: (pressing) => press(inside, pressing),
    choose: (choosing) => press(inside, choosing),
    command: (given) => command(inside, given),
    shortcut: (given) => shortcut(inside, given),
    form: (person) => formOf(inside.state, person),
    submit: (person, filled) => submit(inside, person, filled),
    closeForm: (person) => close(inside, person),
  }
}
