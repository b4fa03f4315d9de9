// A request of the server to the bot: refused for private addresses unless allowed, given up after a while.
import type { World } from '../world.ts'

export type Outgoing = { readonly headers: Readonly<Record<string, string>>; readonly body: string }

export type Answer = {
  readonly status: number
  readonly statusText: string
  readonly type: string
  readonly text: string
}

/** Null when nothing was reached, or no answer came within the time that the settings allow. */
export async function callOut(world: World, url: string, { headers, body }: Outgoing): Promise<Answer | null> {
  if (!isAllowed(world, url)) return null
  const patience = new AbortController()
  const calledOff = world.clock.after({ seconds: world.config.outgoingIntegrationRequestsTimeout }, () =>
    patience.abort(),
  )
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'user-agent': 'Mattermost-Bot/1.1', accept: 'application/json', ...headers },
      body,
      signal: patience.signal,
    })
    const text = await answer.text()
    return {
      status: answer.status,
      statusText: answer.statusText,
      type: answer.headers.get('content-type') ?? '',
      text,
    }
  } catch {
    return null
  } finally {
    calledOff()
  }
}

function isAllowed({ config }: World, url: string): boolean {
  if (!URL.canParse(url)) return false
  const { hostname } = new URL(url)
  const isPrivate = /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[)/.test(hostname)
  return !isPrivate || config.allowedUntrustedInternalConnections.split(/[\s,]+/).includes(hostname)
}
