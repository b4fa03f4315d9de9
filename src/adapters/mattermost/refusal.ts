// What the server says no with: status and error id decide what it means, never the English sentence.
import { OutsideError } from '../../ports/outside-error.ts'

/** A refusal by the server, for those who know what a status means where they ask. */
export class Refusal extends OutsideError {
  readonly status: number
  /** As in `api.context.permissions.app_error`; '' when the answer had none. */
  readonly id: string

  constructor(status: number, id: string, options: { cause?: unknown; retryAfter?: number } = {}) {
    super(codeOf(status), `Mattermost answered ${status} ${id}`.trim(), options)
    this.status = status
    this.id = id
  }
}

function codeOf(status: number): string {
  if (status === 401) return 'auth-failed'
  if (status === 413) return 'file-too-large'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'chat-unavailable'
  return status === 403 ? 'chat-forbids' : 'chat-refused'
}

/** Whether that is a refusal with one of these statuses (and that id, when it is given). */
export function isRefusal(error: unknown, statuses: readonly number[], id?: string): error is Refusal {
  return error instanceof Refusal && statuses.includes(error.status) && (id === undefined || error.id === id)
}

/** Rethrows a refusal with one of these statuses under another code. */
export function asCode(error: unknown, statuses: readonly number[], code: string, message: string): unknown {
  return isRefusal(error, statuses) ? new OutsideError(code, message, { cause: error }) : error
}
