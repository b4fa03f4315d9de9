// Bytes of a posted file: asked of Slack's own hosts only, as the bot's token goes with the question.
import type { Attachment, Chat } from '../../ports/chat.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import { fileNamed } from './attachments.ts'
import type { SlackOptions } from './options.ts'
import type { SlackFile } from './shapes.ts'
import type { Web } from './web.ts'

/** Milliseconds for all of it. */
const patience = 60_000

const mostRedirects = 3

/** Throws OutsideError `file-too-large`, `file-gone`, `scope-missing`, `chat-unavailable`. */
export function downloadFrom(
  web: Web,
  { botToken, apiUrl }: Pick<SlackOptions, 'botToken' | 'apiUrl'>,
): Chat['download'] {
  const ownHost = apiUrl === undefined ? null : new URL(apiUrl).host

  /** Redirects are followed by hand: each address is looked at before the token goes there. */
  async function ask(address: string, hops = 0): Promise<Response> {
    const url = URL.parse(address)
    if (!url || !isSlacks(url, ownHost) || hops > mostRedirects)
      throw new OutsideError('file-gone', 'The file is not kept by Slack')
    const headers = { authorization: `Bearer ${botToken}` }
    const answer = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    const next = answer.status >= 300 && answer.status < 400 ? answer.headers.get('location') : null
    return next === null ? answer : await ask(new URL(next, url).href, hops + 1)
  }

  return async ({ id, size }: Attachment, limit) => {
    if (size > limit) throw tooLarge(limit)
    const file = await fileNamed(web, id)
    if ((file.size ?? 0) > limit) throw tooLarge(limit)
    const address = file.url_private_download ?? file.url_private
    // Beyond the plan's limit, deleted, or kept elsewhere.
    if (!address || file.mode === 'tombstone' || file.mode === 'hidden_by_limit')
      throw new OutsideError('file-gone', 'Slack does not show the file')
    try {
      return await readWhole(await ask(address), file, limit)
    } catch (cause) {
      if (cause instanceof OutsideError) throw cause
      throw new OutsideError('chat-unavailable', 'Slack could not be reached for a file', { cause })
    }
  }
}

/** Plain HTTP is for the host of the settings only, which is a test's. */
function isSlacks({ protocol, hostname, host }: URL, ownHost: string | null): boolean {
  if (host === ownHost) return true
  return protocol === 'https:' && /(^|\.)(slack\.com|slack-files\.com|slack-edge\.com)$/.test(hostname)
}

async function readWhole(answer: Response, file: SlackFile, limit: number): Promise<Uint8Array> {
  if (answer.status === 404 || answer.status === 410)
    throw new OutsideError('file-gone', 'Slack has no such file any more')
  if (!answer.ok) throw new OutsideError('chat-unavailable', `Slack answered a download with status ${answer.status}`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > limit && !isPage(answer)) throw tooLarge(limit)
    if (length > limit) break
    chunks.push(chunk)
  }
  if (isPage(answer) && length !== file.size) throw loginPage()
  return Buffer.concat(chunks)
}

/** A posted web page comes as one too, and then has the length that Slack said. */
const isPage = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html') === true

function loginPage(): OutsideError {
  return new OutsideError('scope-missing', 'Slack gave its login page for a file: the app lacks the scope files:read')
}

function tooLarge(limit: number): OutsideError {
  return new OutsideError('file-too-large', `The file has more than ${limit} bytes`)
}
