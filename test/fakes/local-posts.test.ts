import { beforeEach, describe } from 'vitest'
import type { LocalPosts } from '../../src/ports/local-posts.ts'
import { localPostsContract } from '../contracts/store/local-posts.ts'
import { fakeLocalPosts } from './local-posts.ts'

describe('the fake of the local posts', () => {
  let localPosts: LocalPosts
  beforeEach(() => {
    localPosts = fakeLocalPosts()
  })
  localPostsContract(() => ({ localPosts }))
})
