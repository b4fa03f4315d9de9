import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clientOf, refusalOf } from './bolt.ts'
import { type SlackTown, slackTown } from './town.ts'
import { defaultChannel as channel, otherChannel, people, privateChannel, teamGroup } from './townsfolk.ts'

describe('rights', () => {
  let town: SlackTown

  beforeEach(async () => {
    town = await slackTown()
  })
  afterEach(() => town.close())

  const tokens: readonly (readonly [string, string, string, string])[] = [
    ['no token', '', 'auth.test', 'not_authed'],
    ["somebody else's token", 'xoxb-other', 'auth.test', 'invalid_auth'],
    ["the app's token for the bot", 'xapp-app', 'chat.postMessage', 'not_allowed_token_type'],
    ["the bot's token for the app", 'xoxb-bot', 'apps.connections.open', 'not_allowed_token_type'],
  ]
  it.each(tokens)('%s: %s %s → %s', async (_, token, method, code) => {
    expect(await refusalOf(clientOf(town, {}, token).apiCall(method))).toBe(code)
  })

  const needs: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['chat.postMessage', { channel, text: 'x' }, 'chat:write'],
    ['chat.update', { channel, ts: '1.2', text: 'x' }, 'chat:write'],
    ['conversations.history', { channel }, 'channels:history'],
    ['conversations.history', { channel: privateChannel }, 'groups:history'],
    ['conversations.replies', { channel, ts: '1.2' }, 'channels:history'],
    ['conversations.info', { channel: privateChannel }, 'groups:read'],
    ['conversations.list', { types: 'private_channel' }, 'groups:read'],
    ['conversations.open', { users: people.french }, 'im:write'],
    ['conversations.join', { channel: otherChannel }, 'channels:join'],
    ['reactions.add', { channel, timestamp: '1.2', name: 'eyes' }, 'reactions:write'],
    ['users.info', { user: people.french }, 'users:read'],
    ['usergroups.users.list', { usergroup: teamGroup }, 'usergroups:read'],
    ['files.info', { file: 'F1' }, 'files:read'],
    ['files.getUploadURLExternal', { filename: 'a', length: 1 }, 'files:write'],
  ]
  it.each(needs)('%s %o needs %s', async (method, args, scope) => {
    town.app.scopes.delete(scope)
    const refused = clientOf(town).apiCall(method, args)
    const provided = [...town.app.scopes].join(',')
    await expect(refused).rejects.toMatchObject({ data: { error: 'missing_scope', needed: scope, provided } })
  })

  it('are those of a manifest', async () => {
    const bare = await slackTown({ scopes: ['chat:write'], events: [] })
    expect(await refusalOf(clientOf(bare).users.info({ user: people.french }))).toBe('missing_scope')
    expect((await bare.people.post({ author: people.french, text: 'x' })).delivery).toBeNull()
    await bare.close()
  })

  it('says in each answer which scopes the token has', async () => {
    const { response_metadata: about } = await clientOf(town).auth.test()
    expect(about?.scopes).toEqual([...town.app.scopes])
  })

  it('connects the app only with its own scope', async () => {
    town.app.appScopes.clear()
    expect(await refusalOf(clientOf(town, {}, 'xapp-app').apps.connections.open({}))).toBe('missing_scope')
  })
})

describe('who and where', () => {
  let town: SlackTown

  beforeEach(async () => {
    town = await slackTown()
  })
  afterEach(() => town.close())

  it('tells the language of a person only when asked', async () => {
    const { users } = clientOf(town)
    const bare = await users.info({ user: people.french })
    const full = await users.info({ user: people.french, include_locale: true })
    expect(bare.user).not.toHaveProperty('locale')
    expect(full.user).toMatchObject({ locale: 'fr-FR', tz: 'Europe/Paris', real_name: 'Marie' })
    expect(await refusalOf(users.info({ user: 'U0NOBODY' }))).toBe('user_not_found')
  })

  it('tells who is of the support team', async () => {
    const { usergroups } = clientOf(town)
    expect((await usergroups.users.list({ usergroup: teamGroup })).users).toEqual([people.staff])
    expect(await refusalOf(usergroups.users.list({ usergroup: 'S0NONE' }))).toBe('no_such_subteam')
  })

  it('lists channels, and those of the bot', async () => {
    const { conversations, users } = clientOf(town)
    const types = 'public_channel,private_channel'
    const ids = (channels: readonly { id?: string }[] = []) => channels.map(({ id }) => id)
    expect(ids((await conversations.list({ types })).channels)).toEqual([channel, privateChannel, otherChannel])
    expect(ids((await users.conversations({ types })).channels)).toEqual([channel, privateChannel])
    await conversations.join({ channel: otherChannel })
    expect((await conversations.info({ channel: otherChannel })).channel?.is_member).toBe(true)
  })

  it('hides a private channel from a bot that is not in it', async () => {
    town.state.channels.get(privateChannel)!.members.delete(town.app.botPerson)
    const hidden = clientOf(town).conversations.history({ channel: privateChannel })
    expect(await refusalOf(hidden)).toBe('channel_not_found')
  })
})
