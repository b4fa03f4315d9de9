// What people see: posts as plain text with their files, buttons and reactions, oldest first.
import { isList, isObject, type JsonObject, textIn } from '../json.ts'
import type { FileRecord, PostRecord } from '../records.ts'
import { actionsOf, attachmentsOf } from '../rules/attachments.ts'
import { mentionsOf } from '../rules/mentions.ts'
import { filesOf, reactionsOf } from '../rules/show-post.ts'
import type { OpenDialog, Whisper } from '../state.ts'
import type { World } from '../world.ts'

export type Seen = {
  readonly id: string
  /** Id of its author. */
  readonly author: string
  /** Shown with the mark of a bot. */
  readonly byBot: boolean
  readonly root: string
  /** The message, then the words of its attachments, a line each. */
  readonly text: string
  readonly files: readonly {
    readonly id: string
    readonly name: string
    readonly text: string
    readonly bytes: Uint8Array
  }[]
  /** Ids of its buttons. */
  readonly buttons: readonly string[]
  readonly selects: readonly { readonly id: string; readonly options: readonly string[] }[]
  /** Names of its emojis, each once per person. */
  readonly reactions: readonly string[]
  /** Ids of the people whom it notifies. */
  readonly mentions: readonly string[]
  readonly props: JsonObject
  readonly edited: boolean
}

export type Sights = {
  /** Posts that stand in a channel, those of the system left out. */
  seen(channel: string): readonly Seen[]
  /** One of them; undefined once it was deleted. */
  look(post: string): Seen | undefined
  /** What was said to one person alone. */
  whispers(person: string): readonly Whisper[]
  /** Dialogs that were opened for a person, oldest first. */
  dialogs(person: string): readonly OpenDialog[]
}

export function sights(world: World): Sights {
  const { state } = world
  const stands = (post: PostRecord | undefined): post is PostRecord => post?.delete_at === 0 && post.type === ''
  return {
    seen: (channel) =>
      [...state.posts.values()]
        .filter((post) => stands(post) && post.channel_id === channel)
        .sort((a, b) => a.create_at - b.create_at)
        .map((post) => see(world, post)),
    look(id) {
      const post = state.posts.get(id)
      return stands(post) ? see(world, post) : undefined
    },
    whispers: (person) => state.whispers.filter((whisper) => whisper.person === person),
    dialogs: (person) => state.dialogs.filter((dialog) => dialog.person === person),
  }
}

function see(world: World, post: PostRecord): Seen {
  const actions = actionsOf(post.props)
  return {
    id: post.id,
    author: post.user_id,
    byBot: post.props.from_bot === 'true',
    root: post.root_id,
    text: [post.message, ...attachmentsOf(post.props).flatMap(wordsOf)].filter((line) => line !== '').join('\n'),
    files: filesOf(world, post).map(seeFile),
    buttons: actions.filter(({ type }) => type !== 'select').map(({ id }) => textIn(id)),
    selects: actions.filter(({ type }) => type === 'select').map(seeSelect),
    reactions: reactionsOf(world, post).map(({ emoji_name }) => emoji_name),
    mentions: mentionsOf(world, world.state.channels.get(post.channel_id)!, post),
    props: post.props,
    edited: post.edit_at > 0,
  }
}

function wordsOf({ pretext, title, text, fields, footer }: JsonObject): readonly string[] {
  const pairs = isList(fields) ? fields.filter(isObject) : []
  const lines = pairs.map((field) => `${textIn(field.title)} ${textIn(field.value)}`)
  return [textIn(pretext), textIn(title), textIn(text), ...lines, textIn(footer)]
}

const seeFile = ({ id, name, bytes }: FileRecord) => ({ id, name, bytes, text: Buffer.from(bytes).toString() })

function seeSelect({ id, options }: JsonObject): Seen['selects'][number] {
  const list = isList(options) ? options.filter(isObject) : []
  return { id: textIn(id), options: list.map(({ value }) => textIn(value)) }
}
