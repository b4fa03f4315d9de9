// One worker that is there before it is needed and is replaced when it dies; its orders wait for one another.
import { Worker } from 'node:worker_threads'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Answer } from '../../replies/answer.ts'
import type { Order, Said } from './protocol.ts'

export type ThreadOptions = {
  readonly script: URL
  /** Milliseconds for one file. */
  readonly timeout: number
  readonly memoryMb: number
}

export type Snapshotted = { readonly version: string; readonly snapshot: string | null }

export type Thread = {
  /** Throws OutsideError `check-timeout`, `check-died`; an Error for a bug. */
  run(order: Omit<Order, 'snapshot'>, known: Snapshotted, progress: (part: number) => void): Promise<Answer>
  stop(): Promise<void>
}

export function startThread({ script, timeout, memoryMb }: ThreadOptions): Thread {
  let worker: Worker | null = null
  /** Of what it was told last of each site. */
  const versions = new Map<string, string>()
  let before: Promise<unknown> = Promise.resolve()

  /** Makes one when there is none. */
  function warm(): Worker {
    if (worker) return worker
    const fresh = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    fresh.on('error', () => undefined)
    fresh.once('exit', () => {
      if (worker === fresh) forget()
    })
    fresh.unref()
    worker = fresh
    return fresh
  }

  function forget(): void {
    worker = null
    versions.clear()
  }

  async function runNow(order: Omit<Order, 'snapshot'>, known: Snapshotted, progress: (part: number) => void) {
    const current = warm()
    const { id } = order.site
    const full: Order = versions.get(id) === known.version ? order : { ...order, snapshot: known.snapshot }
    versions.set(id, known.version)
    try {
      return await answerOf(current, timeout, progress, () => current.postMessage(full, [order.bytes.buffer]))
    } catch (error) {
      if (error instanceof OutsideError) await replace(current)
      throw error
    }
  }

  async function replace(dead: Worker): Promise<void> {
    forget()
    await dead.terminate()
    warm()
  }

  warm()
  return {
    run(order, known, progress) {
      const mine = before.then(() => runNow(order, known, progress))
      before = mine.catch(() => undefined)
      return mine
    },
    stop: async () => {
      await worker?.terminate()
    },
  }
}

function answerOf(worker: Worker, timeout: number, progress: (part: number) => void, ask: () => void): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('check-timeout', `The check took more than ${timeout} ms`), timeout)
    const settle = (end: () => void) => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', died).off('exit', died)
      end()
    }
    const fail = (code: string, message: string, cause?: unknown) =>
      settle(() => reject(new OutsideError(code, message, { cause })))
    const died = (cause: unknown) => fail('check-died', 'The thread that checked the file died', cause)
    const hear = (said: Said) => {
      if ('progress' in said) progress(said.progress)
      else if ('answer' in said) settle(() => resolve(said.answer))
      else settle(() => reject(bugOf(said)))
    }
    worker.on('message', hear).on('error', died).on('exit', died)
    ask()
  })
}

function bugOf({ bug, stack }: { bug: string; stack: string }): Error {
  const error = new Error(bug)
  error.stack = stack
  return error
}
