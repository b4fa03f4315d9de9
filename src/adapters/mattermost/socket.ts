// The socket under Mattermost's client: it authenticates with the upgrade itself, without which the server never resumes
// a bot's connection, and it keeps the client's words to the console out of our log.

/** The part of a WebSocket that the client uses. */
export class QuietSocket {
  onopen: Callback = null
  onmessage: Callback = null
  onerror: Callback = null
  onclose: Callback = null
  readonly #socket: WebSocket
  #detached = false

  constructor(url: string, token: string) {
    const options = { headers: { Authorization: `Bearer ${token}` } }
    // An option that browsers do not have and node does.
    this.#socket = new WebSocket(url, options as unknown as string[])
    this.#socket.addEventListener('open', (event) => this.#tell(this.onopen, event))
    this.#socket.addEventListener('message', (event) => this.#tell(this.onmessage, event))
    this.#socket.addEventListener('error', (event) => this.#tell(this.onerror, event))
    this.#socket.addEventListener('close', (event) => this.#tell(this.onclose, event))
  }

  get readyState(): number {
    return this.#socket.readyState
  }

  send(text: string): void {
    this.#socket.send(text)
  }

  close(): void {
    this.#socket.close()
  }

  /** Tells nothing more to anybody. */
  detach(): void {
    this.#detached = true
    this.#socket.close()
  }

  /** For a line that is dead: closing it properly would wait for the other side. */
  drop(): void {
    this.#tell(this.onclose, new CloseEvent('close', { code: droppedCode, wasClean: false }))
    this.detach()
  }

  #tell(callback: Callback, event: Event): void {
    if (this.#detached || callback === null) return
    try {
      quietly(() => callback(event))
    } catch {
      // A frame that is no JSON: what it said is fetched after the reconnection.
      this.drop()
    }
  }
}

type Callback = ((event: Event) => void) | null

/** Of the range that is free for applications; the client's own are 4000 and 4001. */
const droppedCode = 4_002

/** The client tells the console what it does. */
export function quietly<T>(act: () => T): T {
  const { log, warn } = console
  console.log = () => undefined
  console.warn = () => undefined
  try {
    return act()
  } finally {
    console.log = log
    console.warn = warn
  }
}
