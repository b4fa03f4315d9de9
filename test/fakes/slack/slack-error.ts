// A refusal as Slack words it: 200 with `ok: false`, a code, and sometimes more.
import type { Json } from './state.ts'

export class SlackError extends Error {
  readonly code: string
  readonly more: Json

  constructor(code: string, more: Json = {}) {
    super(code)
    this.name = 'SlackError'
    this.code = code
    this.more = more
  }
}
