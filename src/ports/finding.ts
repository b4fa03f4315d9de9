// What an administrator is told: each thing that was looked at, and what to do where it is not as it must be.

export type Finding = {
  readonly ok: boolean
  readonly what: string
  /** What to do; null when nothing is. */
  readonly remedy: string | null
}

export const good = (what: string): Finding => ({ ok: true, what, remedy: null })
export const bad = (what: string, remedy: string): Finding => ({ ok: false, what, remedy })
