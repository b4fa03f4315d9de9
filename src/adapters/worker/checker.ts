// Small files are checked where they are: a thread costs them more than it saves. The others must not stall the chats.
import { checkAfter } from '../../checking/completed.ts'
import type { Checker, CheckRequest } from '../../ports/checker.ts'
import { type Answer, answerTo } from '../../replies/answer.ts'
import { rules } from '../../rules/index.ts'
import { startThread } from './thread.ts'

export type CheckerOptions = { readonly maxRows: number; readonly maxBytes: number }

const smallBytes = 64 * 1024
/** With more, the annotated workbook would hold up the chats. */
const smallLines = 300

/** Milliseconds a file may take: a hundred times what the largest one was seen to need. */
const timeout = 120_000

/** Enough for the largest file allowed; more than that is a file made to hurt. */
const memoryMb = 1_024

/** A checker with one warm thread. */
export function createChecker({ maxRows, maxBytes }: CheckerOptions): Checker {
  const script = new URL('./worker.ts', import.meta.url)
  const thread = startThread({ script, timeout, memoryMb })
  const limits = { rows: maxRows, bytes: maxBytes }

  function checkHere(bytes: Uint8Array, { name, site, known, today, asker, before }: CheckRequest): Answer {
    const options = { name, site, reference: known.reference, today, rules, limits }
    return answerTo(checkAfter(bytes, options, before), site, asker)
  }

  return {
    async check(bytes, request, progress) {
      const { name, site, known, today, asker, before } = request
      if ([bytes, before.good, before.handed].every((each) => each === null || isSmall(each)))
        return checkHere(bytes, request)
      // A copy to give away; `slice` of a Buffer would be none.
      const order = { bytes: new Uint8Array(bytes), name, site, today: today.toString(), asker, before, limits }
      return thread.run(order, known, progress)
    },
    stop: () => thread.stop(),
  }
}

/** A workbook is packed: its size says nothing of its rows. */
function isSmall(bytes: Uint8Array): boolean {
  if (bytes.length > smallBytes || isPacked(bytes)) return false
  let lines = 0
  for (const byte of bytes) if (byte === 0x0a || byte === 0x0d) lines++
  return lines <= smallLines
}

const isPacked = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b
