// A worker that does to its thread what the name of the file says.
import { parentPort } from 'node:worker_threads'
import type { Order } from '../../../../src/adapters/worker/protocol.ts'

const hoard: unknown[] = []
const deeds: Readonly<Record<string, (order: Order) => unknown>> = {
  echo: ({ name, snapshot }) => ({ answer: { name, snapshot } }),
  stuck: () => undefined,
  die: () => process.exit(1),
  bug: () => ({ bug: 'x is undefined', stack: 'Error: x is undefined\n    at somewhere' }),
  hoard: () => {
    for (;;) hoard.push(new Array(100_000).fill(hoard.length))
  },
}

parentPort?.on('message', (order: Order) => {
  const answer = deeds[order.name]?.(order)
  if (answer !== undefined) parentPort?.postMessage(answer)
})
