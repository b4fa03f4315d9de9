// Client4 knows the addresses of the API; its requests go out through ours.
import { Client4 } from '@mattermost/client'
import type { z } from 'zod'
import { OutsideError } from '../../ports/outside-error.ts'
import { type Manner, type RequestOptions, request } from './request.ts'
import type { Timings } from './timings.ts'

export type ApiOptions = {
  /** Of the server, with its sub-path when it has one. */
  readonly url: string
  readonly token: string
  readonly timings: Timings
  readonly limited: () => void
}

export type Api = {
  readonly client: Client4
  /** For what the client lacks: a path after `/api/v4`. */
  get(path: string): Promise<unknown>
  post(path: string, body: unknown, how?: Manner): Promise<unknown>
  /** The response as it comes, for its bytes. */
  open(path: string): Promise<Response>
  /** Beside the API, with the same care. */
  postOutsideApi(path: string, body: unknown): Promise<unknown>
}

/** Everything throws Refusal and OutsideError only. */
export function createApi({ url, token, timings, limited }: ApiOptions): Api {
  const options: RequestOptions = { timings, limited }
  const send: Send = async (address, init, how) =>
    readJson(await request(address, client.getOptions(init as Options) as RequestInit, options, how))
  const client = new Client(send)
  client.setUrl(url)
  client.setToken(token)
  client.setUserAgent('enrol-check')
  const jsonPost = (body: unknown) => ({ method: 'POST', body: JSON.stringify(body) })
  return {
    client,
    get: (path) => send(client.getBaseRoute() + path, { method: 'GET' }),
    post: (path, body, how) => send(client.getBaseRoute() + path, jsonPost(body), how),
    open: (path) =>
      request(client.getBaseRoute() + path, client.getOptions({ method: 'GET' }) as RequestInit, options, {
        transfer: true,
      }),
    postOutsideApi: (path, body) => send(url + path, jsonPost(body), { once: true }),
  }
}

type Options = Parameters<Client4['getOptions']>[0]
type Send = (address: string, init: RequestInit, how?: Manner) => Promise<unknown>

class Client extends Client4 {
  protected override doFetch: <T>(address: string, init: Options) => Promise<T>

  constructor(send: Send) {
    super()
    this.doFetch = async <T>(address: string, init: Options) => (await send(address, init as RequestInit)) as T
  }
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw new OutsideError('chat-unavailable', 'The answer of Mattermost was cut', { cause: error })
  })
  try {
    return text.trim() === '' || text.trim() === 'ok' ? null : (JSON.parse(text) as unknown)
  } catch (error) {
    throw new OutsideError('chat-unavailable', 'What answers there is not Mattermost', { cause: error })
  }
}

/** An answer of that shape. Throws OutsideError `chat-unavailable` for any other. */
export function read<Schema extends z.ZodType>(schema: Schema, answer: unknown): z.output<Schema> {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  const where = parsed.error.issues[0]?.path.join('.') ?? ''
  throw new OutsideError('chat-unavailable', `An answer of Mattermost is not as expected, at “${where}”`)
}
