// files.*: uploads in three steps, and what is known of a file.
import { tellEvent } from '../events.ts'
import { type Inside, type Method, textArg } from '../inside.ts'
import { fileJson, fullFileJson } from '../json.ts'
import { findFile, findWritable } from '../lookup.ts'
import { readOutgoing } from '../outgoing.ts'
import { addPost, type NewPost } from '../posts.ts'
import { SlackError } from '../slack-error.ts'
import type { Channel, Json, State, StoredFile } from '../state.ts'

export const files: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run({ state }, args) {
      const name = textArg(args, 'filename')
      if (name === '' || !(Number(args.length) > 0)) throw new SlackError('invalid_arguments')
      const file = newFile(state, name, typeof args.snippet_type === 'string')
      return { upload_url: `${state.url}/upload/v1/${file.id}`, file_id: file.id }
    },
  },
  'files.completeUploadExternal': {
    scopes: ['files:write'],
    run(inside, args) {
      const { state } = inside
      const done = ((args.files ?? []) as readonly Json[]).map((named) => uploaded(state, named))
      if (done.length === 0) throw new SlackError('invalid_arguments')
      if (args.channel_id === undefined) return { files: complete(state, done) }
      const channel = findWritable(state, channelId(args))
      const text = textArg(args, 'initial_comment')
      const { blocks } = readOutgoing(inside, 'files.completeUploadExternal', { blocks: args.blocks })
      complete(state, done)
      share(inside, channel, done, {
        text,
        blocks: text === '' ? blocks : [],
        thread: textArg(args, 'thread_ts') || null,
      })
      return { files: done.map(({ file }) => ({ id: file.id, title: file.title })) }
    },
  },
  'files.info': {
    scopes: ['files:read'],
    run: ({ state }, args) => ({ file: fileAsKnown(state, findFile(state, args.file)) }),
  },
  'files.delete': {
    scopes: ['files:write'],
    run(inside, args) {
      const file = findFile(inside.state, args.file)
      if (file.owner !== inside.state.app.botPerson) throw new SlackError('cant_delete_file')
      Object.assign(file, { state: 'deleted', bytes: null })
      void tellEvent(inside, { type: 'file_deleted', file_id: file.id })
      return {}
    },
  },
}

function share(inside: Inside, channel: Channel, done: readonly Uploaded[], said: Omit<NewPost, 'author'>): void {
  const { sharing, lateShares, app } = inside.state
  const show = () => {
    const left = done.filter(({ file }) => file.state !== 'deleted').map(({ file }) => file.id)
    if (left.length > 0) addPost(inside, channel, { ...said, author: app.botPerson, files: left })
  }
  if (sharing === 'at once') show()
  if (sharing === 'late') lateShares.push(show)
}

/** The id of a channel and nothing else: a person is refused here. */
function channelId(args: Json): string {
  const id = textArg(args, 'channel_id')
  if (!/^[CGDZ][A-Z0-9]{8,}$/.test(id)) throw new SlackError('invalid_arguments')
  return id
}

/** Slack Connect's files are told in full here, and only here. */
function fileAsKnown(state: State, file: StoredFile): Json {
  return file.state === 'hidden' ? fileJson(state, file) : fullFileJson(state, file)
}

function newFile(state: State, name: string, isSnippet: boolean): StoredFile {
  const file: StoredFile = {
    id: state.newId('F'),
    name,
    title: name,
    type: name.endsWith('.csv') ? 'text/csv' : 'application/octet-stream',
    mode: isSnippet ? 'snippet' : 'hosted',
    owner: state.app.botPerson,
    bytes: null,
    complete: false,
    state: 'plain',
  }
  state.files.set(file.id, file)
  return file
}

type Uploaded = { readonly file: StoredFile; readonly title: string }

function uploaded(state: State, { id, title }: Json): Uploaded {
  const file = state.files.get(String(id))
  if (!file || file.owner !== state.app.botPerson) throw new SlackError('file_not_found')
  if (!file.bytes) throw new SlackError('file_upload_incomplete')
  return { file, title: typeof title === 'string' ? title : file.name }
}

function complete(state: State, done: readonly Uploaded[]): readonly Json[] {
  for (const { file, title } of done) Object.assign(file, { title, complete: true })
  return done.map(({ file }) => fullFileJson(state, file))
}
