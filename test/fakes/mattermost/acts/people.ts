// What people do, as their clients would: through the same rules as the API, with no request in between.
import { press } from '../callbacks/actions.ts'
import { submitDialog } from '../callbacks/dialogs.ts'
import { execute } from '../callbacks/executing.ts'
import type { JsonObject } from '../json.ts'
import type { ChannelRecord, PersonRecord, PostRecord } from '../records.ts'
import { deletePost } from '../rules/deleting.ts'
import { directChannel } from '../rules/direct.ts'
import { type Patch, patchPost } from '../rules/editing.ts'
import { channelBy, personBy } from '../rules/finding.ts'
import { join, removeFromChannel, renameChannel } from '../rules/joining.ts'
import { createPost } from '../rules/posting.ts'
import { react, unreact } from '../rules/reacting.ts'
import { upload } from '../rules/uploading.ts'
import type { OpenDialog } from '../state.ts'
import type { World } from '../world.ts'

export type SaidFile =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly bytes: Uint8Array }

export type Saying = {
  readonly author: string
  readonly channel: string
  readonly text?: string
  /** Id of the thread's first post. */
  readonly root?: string
  readonly files?: readonly SaidFile[]
  /** Anybody may give any: buttons that call the bot with a context of their own making, for one. */
  readonly props?: JsonObject
}

/** People, posts and channels are given by their ids. All throw ApiError where the server would refuse. */
export type Acts = {
  post(saying: Saying): PostRecord
  /** Files given replace those that were there. */
  edit(
    author: string,
    post: string,
    change: { readonly text?: string; readonly files?: readonly SaidFile[] },
  ): PostRecord
  remove(person: string, post: string): void
  react(person: string, post: string, emoji: string): void
  unreact(person: string, post: string, emoji: string): void
  press(person: string, post: string, action: string): Promise<string>
  choose(person: string, post: string, action: string, option: string): Promise<string>
  /** The whole line, from its slash; what the person's client gets. */
  command(typed: { person: string; channel: string; line: string; root?: string; team?: string }): Promise<JsonObject>
  submit(dialog: OpenDialog, channel: string, values: JsonObject): Promise<JsonObject>
  cancel(dialog: OpenDialog, channel: string): Promise<JsonObject>
  addToChannel(by: string, channel: string, person: string): void
  removeFromChannel(by: string, channel: string, person: string): void
  rename(by: string, channel: string, name: string): void
  /** Id of the direct channel of two people, made when there is none. */
  direct(person: string, other: string): string
}

export function acts(world: World): Acts {
  const who = (id: string): PersonRecord => personBy(world, id)
  const where = (id: string): ChannelRecord => channelBy(world, id)
  const send = (person: PersonRecord, channel: string, files: readonly SaidFile[]): readonly string[] =>
    files.map((file) => upload(world, person, channel, { name: file.name, bytes: bytesOf(file) }).id)
  const answer = (dialog: OpenDialog, channel: string, rest: JsonObject): Promise<JsonObject> => {
    const { callback_id = '', state = '' } = dialog.dialog
    const team_id = where(channel).team_id
    const given = { url: dialog.url, callback_id, state, channel_id: channel, team_id, ...rest }
    return submitDialog(world, who(dialog.person), given)
  }
  return {
    post({ author, channel, text = '', root = '', files = [], props = {} }) {
      const person = who(author)
      return createPost(world, person, { channel, message: text, root, props, files: send(person, channel, files) })
    },
    edit(author, post, { text, files }) {
      const person = who(author)
      const channel = world.state.posts.get(post)?.channel_id ?? ''
      const sent: Patch = files ? { files: send(person, channel, files) } : {}
      return patchPost(world, person, post, { ...sent, ...(text !== undefined && { message: text }) })
    },
    remove: (person, post) => deletePost(world, who(person), post),
    react: (person, post, emoji) => void react(world, who(person), post, emoji),
    unreact: (person, post, emoji) => unreact(world, who(person), post, emoji),
    press: (person, post, action) => press(world, who(person), { post, action }),
    choose: (person, post, action, option) => press(world, who(person), { post, action, option }),
    command({ person, channel, line, root = '', team = where(channel).team_id || anyTeam(world) }) {
      return execute(world, who(person), { channel, team, root, line })
    },
    submit: (dialog, channel, values) => answer(dialog, channel, { submission: values }),
    cancel: (dialog, channel) => answer(dialog, channel, { submission: {}, cancelled: true }),
    addToChannel: (by, channel, person) => join(world, who(by), where(channel), who(person)),
    removeFromChannel: (by, channel, person) => removeFromChannel(world, who(by), where(channel), who(person)),
    rename: (by, channel, name) => renameChannel(world, who(by), where(channel), name),
    direct: (person, other) => directChannel(world, who(person), [person, other]).id,
  }
}

const bytesOf = (file: SaidFile): Uint8Array => ('text' in file ? Buffer.from(file.text) : file.bytes)

const anyTeam = ({ state }: World): string => [...state.teams.keys()][0] ?? ''
