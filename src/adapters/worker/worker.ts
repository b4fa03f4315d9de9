// The other thread: stays warm between files and remembers what is known of each site, which is larger than most files.
import { parentPort } from 'node:worker_threads'
import { checkAfter } from '../../checking/completed.ts'
import { noReference, type Reference } from '../../checking/reference.ts'
import { referenceFrom } from '../../checking/snapshot.ts'
import { type Answer, answerTo } from '../../replies/answer.ts'
import { rules } from '../../rules/index.ts'
import type { Order, Said } from './protocol.ts'

const references = new Map<string, Reference>()

parentPort?.on('message', (order: Order) => {
  try {
    if (order.snapshot !== undefined) references.set(order.site.id, referenceOf(order.snapshot))
    const answer = answerIn(order)
    say({ answer }, buffersOf(answer))
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    say({ bug: message, stack: stack ?? '' })
  }
})

function answerIn({ bytes, name, site, today: day, asker, before, limits }: Order): Answer {
  const today = Temporal.PlainDate.from(day)
  const reference = references.get(site.id) ?? noReference
  const progress = (part: number) => say({ progress: part })
  const completed = checkAfter(bytes, { name, site, reference, today, rules, limits, progress }, before)
  return answerTo(completed, site, asker)
}

const referenceOf = (snapshot: string | null) => (snapshot === null ? noReference : referenceFrom(JSON.parse(snapshot)))

/** Files are handed over, not copied; a window on memory shared with others cannot be. */
function buffersOf({ reply, full, corrected }: Answer): ArrayBuffer[] {
  const files = [...reply.files, ...(full?.files ?? []), ...(corrected ? [{ bytes: corrected }] : [])]
  const own = files.filter(({ bytes }) => bytes.byteLength === bytes.buffer.byteLength)
  return [...new Set(own.map(({ bytes }) => bytes.buffer as ArrayBuffer))]
}

const say = (said: Said, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(said, buffers)
