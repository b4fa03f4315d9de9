// How Slack writes posts, files, people and channels down for the bot.
import type { Channel, Json, Person, Post, State, StoredFile } from './state.ts'

/** A post as in an event or a history; with the thread's figures when it starts one. */
export function postJson(state: State, post: Post, withMetadata = true): Json {
  const { app, team } = state
  return {
    type: 'message',
    user: post.author,
    text: post.text,
    ts: post.ts,
    ...(post.broadcast ? { subtype: 'thread_broadcast' } : {}),
    ...(post.tombstone ? { subtype: 'tombstone', hidden: true, user: 'USLACKBOT' } : {}),
    ...(post.byBot ? { bot_id: app.botId, app_id: app.id, team: team.id } : { client_msg_id: `msg-${post.ts}` }),
    ...(post.blocks.length > 0 ? { blocks: post.blocks } : {}),
    ...(post.files.length > 0 ? { files: post.files.map((id) => fileJson(state, state.files.get(id)!)) } : {}),
    ...(post.share ? { upload: false, display_as_bot: false } : {}),
    ...(post.metadata && withMetadata ? { metadata: post.metadata } : {}),
    ...(post.edited === null ? {} : { edited: { user: post.author, ts: post.edited } }),
    ...(post.reactions.size > 0 ? { reactions: reactionsJson(post) } : {}),
    ...threadJson(state, post),
  }
}

function reactionsJson({ reactions }: Post): readonly Json[] {
  return [...reactions].map(([name, people]) => ({ name, users: [...people], count: people.size }))
}

function threadJson({ channels }: State, post: Post): Json {
  const { posts } = channels.get(post.channel)!
  if (post.thread !== null) {
    const parent = posts.find(({ ts }) => ts === post.thread)
    return { thread_ts: post.thread, ...(parent ? { parent_user_id: parent.author } : {}) }
  }
  const replies = posts.filter(({ thread }) => thread === post.ts)
  if (replies.length === 0) return {}
  const users = [...new Set(replies.map(({ author }) => author))]
  return {
    thread_ts: post.ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)!.ts,
    reply_users: users,
    is_locked: false,
    subscribed: false,
  }
}

/** A file as a post shows it: little of it is left when the plan hides it, when it is gone, or with Slack Connect. */
export function fileJson(state: State, file: StoredFile): Json {
  const { id } = file
  if (file.state === 'deleted') return { id, mode: 'tombstone', created: 0, timestamp: 0 }
  if (file.state === 'hidden') return { id, mode: 'hidden_by_limit', created: 0, timestamp: 0 }
  if (file.state === 'checked')
    return { id, mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0, user: '' }
  return fullFileJson(state, file)
}

/** A file as `files.info` tells it, with the posts that show it. */
export function fullFileJson({ url, channels, app, team }: State, file: StoredFile): Json {
  const shares = (kind: Channel['kind']) =>
    [...channels.values()]
      .filter((channel) => channel.kind === kind)
      .flatMap(({ id, posts }) => posts.filter(({ files }) => files.includes(file.id)).map((post) => ({ id, post })))
  const listed = (kind: Channel['kind']) =>
    Object.fromEntries(shares(kind).map(({ id, post }) => [id, [shareJson(post, team.id)]]))
  const path = `${url}/files-pri/${team.id}-${file.id}`
  return {
    id: file.id,
    created: 1_700_000_000,
    timestamp: 1_700_000_000,
    name: file.name,
    title: file.title,
    mimetype: file.type,
    filetype: file.mode === 'snippet' ? 'text' : (/\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? 'binary'),
    pretty_type: file.mode === 'snippet' ? 'Plain Text' : 'CSV',
    user: file.owner,
    user_team: team.id,
    editable: file.mode === 'snippet',
    size: file.bytes?.length ?? 0,
    mode: file.mode,
    is_external: false,
    is_public: shares('public').length > 0,
    bot_id: file.owner === app.botPerson ? app.botId : undefined,
    url_private: `${path}/${encodeURIComponent(file.name)}`,
    url_private_download: `${path}/download/${encodeURIComponent(file.name)}`,
    permalink: `https://${team.domain}.slack.com/files/${file.owner}/${file.id}/${encodeURIComponent(file.name)}`,
    file_access: 'visible',
    channels: shares('public').map(({ id }) => id),
    groups: shares('private').map(({ id }) => id),
    ims: shares('direct').map(({ id }) => id),
    shares: { public: listed('public'), private: { ...listed('private'), ...listed('direct') } },
  }
}

function shareJson({ ts, thread }: Post, team: string): Json {
  return { ts, team_id: team, ...(thread === null ? {} : { thread_ts: thread }) }
}

export function personJson({ id, name, realName, locale, tz, bot }: Person, withLocale: boolean, team: string): Json {
  return {
    id,
    team_id: team,
    name,
    real_name: realName,
    deleted: false,
    tz,
    profile: { real_name: realName, display_name: name },
    is_bot: bot,
    ...(withLocale ? { locale } : {}),
  }
}

export function channelJson({ app }: State, { id, name, kind, members, archived }: Channel): Json {
  const common = { id, is_archived: archived, is_channel: kind === 'public', is_group: kind === 'private' }
  if (kind === 'direct')
    return { ...common, is_im: true, user: [...members].find((person) => person !== app.botPerson) }
  return { ...common, name, is_im: false, is_private: kind === 'private', is_member: members.has(app.botPerson) }
}
