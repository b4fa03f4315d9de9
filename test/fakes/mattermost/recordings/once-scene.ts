// The same pending_post_id again: soon, late, and three times at the same moment.
import type { Exchange } from './read.ts'
import { readRecordings } from './read.ts'
import type { Scene } from './scene.ts'
import { compare, idsOf, replay, send } from './send.ts'
import type { Stage } from './stage.ts'

const together = 'three at the same moment with one pending_post_id'

const pass = (seconds: number) => (stage: Stage) => stage.town.clock.pass({ seconds })

let first: Promise<Response>

export const onceScene: Scene = {
  file: 'rest-exactly-once',
  before: {
    'the same pending_post_id 20 s later': pass(20),
    'the same pending_post_id 60 s after the first': pass(40),
  },
  instead: {
    [`${together} (3)`]: async (stage, exchange) => {
      await begin(stage)
      return replay(stage, exchange)
    },
    [`${together} (1)`]: async (stage, exchange) => {
      stage.ids = idsOf(exchange)
      stage.town.clock.pass({ seconds: 1 })
      return compare(stage, exchange, await first)
    },
  },
}

/** The one that will succeed is on its way when the others come. */
async function begin(stage: Stage): Promise<void> {
  const { faults } = stage.server
  faults.add({ path: /posts$/, when: 'during', trouble: { wait: { seconds: 1 } } })
  const { name, request, response } = readRecordings('rest-exactly-once').find((one) => one.name === `${together} (1)`)!
  first = send(stage, { name, request, response } as Exchange)
  while (stage.town.state.pending.size === 0 || faults.left() > 0) await new Promise(setImmediate)
}
