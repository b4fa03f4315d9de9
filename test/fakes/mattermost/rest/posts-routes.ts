// Posts: made, changed, deleted.
import { whisper } from '../callbacks/whispering.ts'
import { bodyInvalid, forbidden } from '../errors.ts'
import { deletePost } from '../rules/deleting.ts'
import { patchPost, pinPost } from '../rules/editing.ts'
import { madeBefore, makeOnce } from '../rules/pending.ts'
import { createPost } from '../rules/posting.ts'
import { editablePost, isAdmin, readablePost } from '../rules/rights.ts'
import { showPost } from '../rules/show-post.ts'
import { type Call, done, type Reply, type Route } from './call.ts'
import { ids, maybe, object, props, text, z } from './fields.ts'

const draft = z.object({
  channel_id: text,
  message: text,
  root_id: text,
  props,
  file_ids: ids,
  pending_post_id: text,
})

const patch = z.object({
  message: maybe(z.string()),
  props: maybe(object),
  file_ids: maybe(z.array(z.string())),
  is_pinned: maybe(z.boolean()),
})

const whole = z.object({ id: text, message: text, props, file_ids: ids, is_pinned: maybe(z.boolean()) })

const ephemeral = z.object({ user_id: text, post: z.object({ channel_id: text, message: text, root_id: text, props }) })

export const postRoutes: readonly Route[] = [
  { method: 'POST', path: '/posts', answer: create },
  { method: 'POST', path: '/posts/ephemeral', answer: sayPrivately },
  {
    method: 'PUT',
    path: '/posts/:post_id/patch',
    async answer({ world, person, params, body }) {
      const { message, props: given, file_ids: files, is_pinned: pinned } = await body(patch, 'post')
      const changes = {
        ...(message !== undefined && { message }),
        ...(given && { props: given }),
        ...(files && { files }),
        ...(pinned !== undefined && { pinned }),
      }
      return { body: showPost(world, patchPost(world, person, params.post_id!, changes)) }
    },
  },
  { method: 'PUT', path: '/posts/:post_id', answer: replace },
  {
    method: 'DELETE',
    path: '/posts/:post_id',
    answer({ world, person, params }) {
      deletePost(world, person, params.post_id!)
      return done
    },
  },
  {
    method: 'POST',
    path: '/posts/:post_id/pin',
    answer({ world, person, params }) {
      pinPost(world, readablePost(world, params.post_id!, person))
      return done
    },
  },
]

async function create({ world, person, body, pause }: Call): Promise<Reply> {
  const given = await body(draft, 'post')
  const { pending_post_id: pending } = given
  const before = madeBefore(world, pending, person)
  if (before) return { status: 201, body: showPost(world, before, { metadata: false }) }
  const post = await makeOnce(world, pending, async () => {
    await pause()
    return createPost(world, person, {
      channel: given.channel_id,
      message: given.message,
      root: given.root_id,
      props: given.props,
      files: given.file_ids,
      pending,
    })
  })
  return { status: 201, body: showPost(world, post, { pending }) }
}

/** Unlike a patch: what is not given is emptied. */
async function replace({ world, person, params, body }: Call): Promise<Reply> {
  const { id, message, props: given, file_ids: files, is_pinned: pinned } = await body(whole, 'post')
  editablePost(world, params.post_id!, person)
  if (id !== params.post_id) throw bodyInvalid('id')
  const changes = { message, props: given, files, ...(pinned !== undefined && { pinned }) }
  return { body: showPost(world, patchPost(world, person, id, changes)) }
}

/** For administrators alone; a bot has no right to it. */
async function sayPrivately({ world, person, body }: Call): Promise<Reply> {
  const { user_id: reader, post } = await body(ephemeral, 'body')
  if (!isAdmin(person)) throw forbidden()
  whisper(world, { person: reader, channel: post.channel_id, root: post.root_id, message: post.message }, post.props)
  return { status: 201, body: {} }
}
