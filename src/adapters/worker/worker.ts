// The other thread: stays warm between files and remembers the reference, which is larger than most files.
import { parentPort } from 'node:worker_threads'
import { check } from '../../checking/check.ts'
import { noReference } from '../../checking/reference.ts'
import { referenceFrom } from '../../checking/snapshot.ts'
import { siteNamed } from '../../moodle/sites.ts'
import { type Answer, answerTo } from '../../replies/answer.ts'
import { rules } from '../../rules/index.ts'
import type { Order, Said } from './protocol.ts'

let reference = noReference

parentPort?.on('message', (order: Order) => {
  try {
    if (order.snapshot !== undefined) reference = referenceOf(order.snapshot)
    const answer = answerIn(order)
    say({ answer }, buffersOf(answer))
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    say({ bug: message, stack: stack ?? '' })
  }
})

function answerIn({ bytes, name, site: id, today: day, asker, limits }: Order): Answer {
  const site = siteNamed(id)!
  const today = Temporal.PlainDate.from(day)
  const progress = (part: number) => say({ progress: part })
  return answerTo(check(bytes, { name, site, reference, today, rules, limits, progress }), site, asker)
}

const referenceOf = (snapshot: string | null) => (snapshot === null ? noReference : referenceFrom(JSON.parse(snapshot)))

/** Files are handed over, not copied; two may share a buffer. */
function buffersOf({ reply, full }: Answer): ArrayBuffer[] {
  const files = full ? [...reply.files, ...full.files] : reply.files
  return [...new Set(files.map(({ bytes }) => bytes.buffer as ArrayBuffer))]
}

const say = (said: Said, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(said, buffers)
