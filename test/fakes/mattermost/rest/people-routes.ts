// People, bots and their tokens.
import { addBot, addToken } from '../acts/building.ts'
import { ApiError, forbidden, personMissing } from '../errors.ts'
import type { JsonObject } from '../json.ts'
import type { PersonRecord } from '../records.ts'
import { personBy } from '../rules/finding.ts'
import { isAdmin } from '../rules/rights.ts'
import { showMyself, showPerson } from '../rules/show-person.ts'
import type { World } from '../world.ts'
import type { Call, Reply, Route } from './call.ts'
import { text, z } from './fields.ts'

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: '/users/:user_id', answer: (call) => ({ body: view(call, personIn(call)) }) },
  {
    method: 'GET',
    path: '/users/username/:userName',
    answer(call) {
      const found = all(call.world).find(({ username }) => username === call.params.userName)
      if (!found) throw personMissing()
      return { body: view(call, found) }
    },
  },
  {
    method: 'POST',
    path: '/users/ids',
    async answer({ world, body }) {
      const wanted = await body(z.array(z.string()), 'user_ids')
      return {
        body: all(world)
          .filter(({ id }) => wanted.includes(id))
          .map(showPerson),
      }
    },
  },
  {
    method: 'POST',
    path: '/users/usernames',
    async answer({ world, body }) {
      const wanted = await body(z.array(z.string()), 'usernames')
      return {
        body: all(world)
          .filter(({ username }) => wanted.includes(username))
          .map(showPerson),
      }
    },
  },
  { method: 'POST', path: '/bots', answer: makeBot },
  { method: 'POST', path: '/users/:user_id/tokens', answer: makeToken },
  { method: 'POST', path: '/bots/:user_id/disable', answer: (call) => setDisabled(call, true) },
  { method: 'POST', path: '/bots/:user_id/enable', answer: (call) => setDisabled(call, false) },
]

const bot = z.object({ username: text, display_name: text, description: text })

async function makeBot({ world, person, body }: Call): Promise<Reply> {
  const { username, display_name, description } = await body(bot, 'bot')
  if (!isAdmin(person)) throw forbidden()
  if (!world.config.enableBotAccounts)
    throw new ApiError(403, 'api.bot.create_disabled', 'Bot creation has been disabled.')
  return {
    status: 201,
    body: showBot(addBot(world, { username, displayName: display_name, description, owner: person.id })),
  }
}

/** For a bot, while tokens for people may be off. */
async function makeToken(call: Call): Promise<Reply> {
  const { description } = await call.body(z.object({ description: text }), 'user_access_token')
  const owner = personIn(call)
  if (!isAdmin(call.person) && owner.bot?.owner !== call.person.id) throw forbidden()
  const { id, token } = addToken(call.world, owner.id, description)
  return { body: { id, token, user_id: owner.id, description, is_active: true } }
}

function setDisabled(call: Call, disabled: boolean): Reply {
  const found = personIn(call)
  if (!isAdmin(call.person)) throw forbidden()
  found.delete_at = disabled ? call.world.clock.stamp() : 0
  return { body: showBot(found) }
}

function showBot({ id, username, first_name, bot: about, create_at, delete_at }: PersonRecord): JsonObject {
  return {
    user_id: id,
    username,
    display_name: first_name,
    description: about?.description ?? '',
    owner_id: about?.owner ?? '',
    create_at,
    update_at: create_at,
    delete_at,
  }
}

const view = ({ person }: Call, shown: PersonRecord): JsonObject =>
  shown.id === person.id ? showMyself(shown) : showPerson(shown)

const personIn = ({ world, person, params }: Call): PersonRecord =>
  params.user_id === 'me' ? person : personBy(world, params.user_id!)

const all = ({ state }: World): readonly PersonRecord[] => [...state.people.values()]
