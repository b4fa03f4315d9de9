// Events in their order, and what was missed before what came after.
import { expect, it } from 'vitest'
import { createFeed, type Told } from '../../../src/adapters/mattermost/feed.ts'
import { fakeLog } from '../../fakes/log.ts'

const told = (id: string): Told => ({
  what: 'posted',
  post: {
    ...{ id, create_at: 1, edit_at: 0, delete_at: 0, user_id: 'u', channel_id: 'c', root_id: '', original_id: '' },
    ...{ message: '', type: '' },
  },
})

it('fetches what was missed before it tells what came after, while something is still being told', async () => {
  const heard: string[] = []
  const [begun, slow] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()]
  const feed = createFeed({
    log: fakeLog(),
    again: 5,
    async tell({ post }) {
      if (post.id === 'slow') begun.resolve(undefined)
      if (post.id === 'slow') await slow.promise
      heard.push(post.id)
    },
    catchUp: (tell) => tell(told('missed')),
  })
  feed.push(told('slow'))
  await begun.promise
  const fetched = feed.fallBehind()
  feed.push(told('after'))
  slow.resolve(undefined)
  await fetched
  await feed.settled()
  expect(heard).toEqual(['slow', 'missed', 'after'])
  await feed.stop()
})
