// A bot that does nothing but receive, for `kill.test.ts`: says the number of each posting once it is acknowledged.
import { writeSync } from 'node:fs'
import { openStore } from '../../../src/adapters/store/open.ts'
import { posting } from '../../contracts/store/samples.ts'

const store = await openStore({ databaseUrl: undefined, dataDir: process.argv[2]! })
for (let n = 0; ; n++) {
  await store.postings.receive(posting({ post: `P${n}` }))
  writeSync(1, `${n}\n`)
}
