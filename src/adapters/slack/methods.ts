// Every method of the Web API that the bot calls, and what it needs for it: the manifest and the doctor are held to this.

type Needs = {
  /** All of them are asked for in the manifest. */
  readonly scopes: readonly string[]
  /** Calling it again changes nothing more, so that it may be tried again when nobody knows whether it arrived. */
  readonly again: boolean
}

const history = ['channels:history', 'groups:history', 'im:history']
const reading = ['channels:read', 'groups:read', 'im:read']

/** Scopes as docs.slack.dev/reference/methods gives them for bot tokens. */
export const methods = {
  // With the app token, which has a scope of its own.
  'apps.connections.open': { scopes: [], again: true },
  'auth.test': { scopes: [], again: true },
  'chat.delete': { scopes: ['chat:write'], again: true },
  'chat.postEphemeral': { scopes: ['chat:write'], again: false },
  'chat.postMessage': { scopes: ['chat:write'], again: false },
  'chat.update': { scopes: ['chat:write'], again: true },
  'conversations.history': { scopes: history, again: true },
  'conversations.info': { scopes: reading, again: true },
  'conversations.members': { scopes: reading, again: true },
  'conversations.open': { scopes: ['im:write'], again: true },
  'conversations.replies': { scopes: history, again: true },
  'files.completeUploadExternal': { scopes: ['files:write'], again: false },
  'files.delete': { scopes: ['files:write'], again: true },
  'files.getUploadURLExternal': { scopes: ['files:write'], again: true },
  'files.info': { scopes: ['files:read'], again: true },
  'reactions.add': { scopes: ['reactions:write'], again: true },
  'reactions.remove': { scopes: ['reactions:write'], again: true },
  'usergroups.users.list': { scopes: ['usergroups:read'], again: true },
  'users.conversations': { scopes: reading, again: true },
  'users.info': { scopes: ['users:read'], again: true },
  'views.open': { scopes: [], again: false },
} as const satisfies Readonly<Record<string, Needs>>

export type Method = keyof typeof methods

/** Beside those of the methods: the slash command. */
const otherScopes = ['commands']

/** Scopes of the bot token, sorted. */
export const botScopes: readonly string[] = [
  ...new Set([...otherScopes, ...Object.values(methods).flatMap(({ scopes }): readonly string[] => scopes)]),
].sort()

/** Scope of the app token, for Socket Mode. */
export const appScope = 'connections:write'

/** What the app subscribes to, by its name in the manifest. */
export const botEvents = ['message.channels', 'message.groups', 'message.im'] as const
