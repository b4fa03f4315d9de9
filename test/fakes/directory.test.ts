import { describeDirectory } from '../contracts/directory.ts'
import { fakeDirectory } from './directory.ts'

describeDirectory('the fake', () => {
  const directory = fakeDirectory(Temporal.Instant.from('2026-11-22T20:30:00Z'))
  return Promise.resolve({
    directory,
    async tell(site, usernames) {
      await Promise.resolve()
      directory.tell(site, usernames)
    },
    async fail(site) {
      await Promise.resolve()
      directory.fail(site)
    },
    close: () => Promise.resolve(),
  })
})
