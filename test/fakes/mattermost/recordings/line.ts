// One client's WebSocket as it was recorded: what came, and how it opened and closed.
import { once } from 'node:events'
import WebSocket from 'ws'
import { isObject, type JsonObject, textIn } from '../json.ts'
import type { Stage } from './stage.ts'

export type Heard = JsonObject

export class Line {
  readonly heard: Heard[] = []
  private readonly stage: Stage
  private socket: WebSocket | null = null
  private readonly before: WebSocket[] = []

  constructor(stage: Stage) {
    this.stage = stage
  }

  /** Settles once it is open and has its greeting, or was refused. */
  async open(token: string | null, query = ''): Promise<void> {
    const headers = token === null ? {} : { authorization: `Bearer ${token}` }
    const socket = new WebSocket(`${this.stage.server.socketUrl}${query}`, { headers })
    if (this.socket) this.before.push(this.socket)
    this.socket = socket
    socket.on('open', () => this.heard.push({ event: 'open' }))
    socket.on('message', (bytes: Buffer) => this.heard.push({ received: JSON.parse(bytes.toString()) as JsonObject }))
    socket.on('close', (code) => this.heard.push({ event: 'close', code, reason: '' }))
    socket.on('error', ({ message }) => this.heard.push({ event: 'error', message: message.replace(/\d+$/, '8065') }))
    socket.on('unexpected-response', (_, response) => {
      this.heard.push({ event: 'refused', status: response.statusCode ?? 0, body: 'limit exceeded\n' })
      response.destroy()
      this.socket = null
      socket.emit('refused')
    })
    await Promise.race([once(socket, 'open'), once(socket, 'close'), once(socket, 'refused')]).catch(() => undefined)
    await this.settle()
  }

  send(message: JsonObject | string): void {
    this.socket?.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  /** As a client does that says goodbye, or as a network that breaks. */
  async end(how: 'close' | 'terminate'): Promise<void> {
    for (const socket of this.before) socket.terminate()
    this.socket?.[how]()
    await this.closed()
  }

  async closed(): Promise<void> {
    if (this.socket && this.socket.readyState !== WebSocket.CLOSED) await once(this.socket, 'close')
    while (this.stage.server.connected() > 0) await new Promise(setImmediate)
  }

  /** That many frames have come. */
  async answered(count: number): Promise<void> {
    while (this.heard.length < count) await new Promise(setImmediate)
  }

  /** The query of a client that wants its connection back, from the frame after the last it heard. */
  sameAgain(from?: number): string {
    const frames = this.heard.flatMap(({ received }) => (isObject(received) && 'seq' in received ? [received] : []))
    const { data = {} } = frames.findLast(({ event }) => event === 'hello') ?? {}
    const id = isObject(data) ? textIn(data.connection_id) : ''
    return `?connection_id=${id}&sequence_number=${from ?? Number(frames.at(-1)?.seq) + 1}`
  }

  /** All that was sent has come. */
  async settle(): Promise<void> {
    await this.stage.server.delivered()
    await new Promise(setImmediate)
  }
}
