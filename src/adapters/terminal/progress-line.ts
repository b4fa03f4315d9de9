// The check is synchronous, so this is called from within it: it must be cheap and say little.
import type { Clock } from '../../ports/clock.ts'

/** Milliseconds before the first word, and between two. */
const pause = 1_000

export type ProgressLine = { readonly hear: (part: number) => void; readonly end: () => void }

/** Writes "checked 40 %" to that stream once it lasts: over itself on a terminal, line by line elsewhere. */
export function progressLine(stream: NodeJS.WriteStream, clock: Clock): ProgressLine {
  let last = clock.now().epochMilliseconds
  let isSaid = false
  return {
    hear(part) {
      const now = clock.now().epochMilliseconds
      if (now - last < pause) return
      last = now
      isSaid = true
      const text = `enrol-check: ${Math.floor(part * 100)} %`
      stream.write(stream.isTTY ? `\r${text}` : `${text}\n`)
    },
    end() {
      if (isSaid && stream.isTTY) stream.write('\r\u001B[K')
    },
  }
}
