/** A failure of something that is not ours (a chat, a database, a disk): thrown by adapters, handled in `app`. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError'
  readonly code: string
  /** Milliseconds to wait before trying again, when the other side said so. */
  readonly retryAfter: number | undefined

  constructor(code: string, message: string, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(message, { cause: options.cause })
    this.code = code
    this.retryAfter = options.retryAfter
  }
}
