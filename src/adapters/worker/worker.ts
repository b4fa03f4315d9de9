// The other thread: stays warm between files and remembers the reference, which is larger than most files.
import { parentPort } from 'node:worker_threads'
import { check } from '../../checking/check.ts'
import { noReference } from '../../checking/reference.ts'
import { referenceFrom } from '../../checking/snapshot.ts'
import { siteNamed } from '../../moodle/sites.ts'
import { rules } from '../../rules/index.ts'
import type { Answer, Order } from './protocol.ts'

let reference = noReference

parentPort?.on('message', (order: Order) => {
  try {
    if (order.snapshot !== undefined) reference = referenceOf(order.snapshot)
    answer({ report: checkIn(order) })
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    answer({ bug: message, stack: stack ?? '' })
  }
})

function checkIn({ bytes, name, site, today, maxRows, maxBytes }: Order) {
  return check(bytes, {
    name,
    site: siteNamed(site)!,
    reference,
    today: Temporal.PlainDate.from(today),
    rules,
    limits: { rows: maxRows, bytes: maxBytes },
    progress: (part) => answer({ progress: part }),
  })
}

const referenceOf = (snapshot: string | null) => (snapshot === null ? noReference : referenceFrom(JSON.parse(snapshot)))

const answer = (said: Answer) => parentPort?.postMessage(said)
