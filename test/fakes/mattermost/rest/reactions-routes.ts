// Reactions: put in one's own name only.
import { ApiError, forbidden } from '../errors.ts'
import { react, unreact } from '../rules/reacting.ts'
import { readablePost } from '../rules/rights.ts'
import { reactionsOf, showReaction } from '../rules/show-post.ts'
import { done, type Route } from './call.ts'
import { text, z } from './fields.ts'

const reaction = z.object({ user_id: text, post_id: text, emoji_name: text })

export const reactionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/reactions',
    async answer({ world, person, body }) {
      const given = await body(reaction, 'reaction')
      const text = 'You cannot save reaction for the other user.'
      if (given.user_id !== person.id) throw new ApiError(403, 'api.reaction.save_reaction.user_id.app_error', text)
      return { body: showReaction(react(world, person, given.post_id, given.emoji_name)) }
    },
  },
  {
    method: 'GET',
    path: '/posts/:post_id/reactions',
    answer({ world, person, params }) {
      return { body: reactionsOf(world, readablePost(world, params.post_id!, person)).map(showReaction) }
    },
  },
  {
    method: 'DELETE',
    path: '/users/:user_id/posts/:post_id/reactions/:emojiName',
    answer({ world, person, params }) {
      if (params.user_id !== person.id) throw forbidden()
      unreact(world, person, params.post_id!, params.emojiName!)
      return done
    },
  },
]
