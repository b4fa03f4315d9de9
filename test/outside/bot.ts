// The whole bot as a process of its own, and people in its local channel; what is awaited is an event, never an hour.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { PostJson } from '../../src/adapters/local/post-json.ts'

export type Bot = {
  readonly url: string
  /** What it wrote on standard output. */
  readonly log: () => string
  post(post: NewPost): Promise<PostJson>
  posts(): Promise<readonly PostJson[]>
  /** Posts of the bot in that thread, once `isRight`; fails after 20 s, telling what there is. */
  until(thread: string, isRight: (said: readonly PostJson[]) => boolean): Promise<readonly PostJson[]>
  /** Its exit code, or the signal that ended it. */
  end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | string | null>
}

export type NewPost = {
  readonly author?: string
  readonly thread?: string
  readonly files: readonly (readonly [name: string, bytes: Uint8Array, type?: string])[]
}

const patience = 20_000

/** Started on any free port. */
export async function startBot(dataDir: string, environment: Readonly<Record<string, string>> = {}): Promise<Bot> {
  // Prélude asks nothing of accounts: a good file is ready at once.
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, SITE: 'prelude', ...environment }
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  child.stdout.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  const url = await readUrl(child)

  const posts = async (thread?: string): Promise<readonly PostJson[]> => {
    const answer = await fetch(`${url}/api/posts${thread === undefined ? '' : `?thread=${thread}`}`)
    return ((await answer.json()) as { posts: PostJson[] }).posts
  }

  return {
    url,
    log: () => log,
    posts: () => posts(),
    async post({ author = 'requester', thread, files }) {
      const form = new FormData()
      form.set('author', author)
      form.set('text', '')
      if (thread !== undefined) form.set('thread', thread)
      for (const [name, bytes, type = ''] of files) form.append('file', new File([bytes as BlobPart], name, { type }))
      const answer = await fetch(`${url}/api/posts`, { method: 'POST', body: form })
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as { post: PostJson }).post
    },
    async until(thread, isRight) {
      let said: readonly PostJson[] = []
      const look = async () => {
        said = (await posts(thread)).filter((post) => post.bot)
        return isRight(said)
      }
      const signal = AbortSignal.timeout(patience)
      try {
        const events = await fetch(`${url}/api/events`, { signal })
        if (await look()) return said
        const reader = events.body!.getReader()
        while (!(await reader.read()).done) if (await look()) return said
      } catch (error) {
        if (!signal.aborted) throw error
      }
      throw new Error(`Not within ${patience} ms:\n${JSON.stringify(said.map(({ text }) => text))}\n${log}`)
    },
    async end(signal) {
      if (child.exitCode === null) {
        child.kill(signal)
        await once(child, 'exit')
      }
      return child.exitCode ?? child.signalCode
    },
  }
}

/** From the friendly line on standard error. */
async function readUrl(child: ChildProcess): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface(child.stderr!)) {
    lines.push(line)
    const url = /http:\/\/\S+/.exec(line)?.[0]
    if (url !== undefined) {
      child.stderr!.resume()
      return url
    }
  }
  throw new Error(`The bot did not start:\n${lines.join('\n')}`)
}
