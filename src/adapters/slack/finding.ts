// One thing that the doctor looked at.
import { failureOf } from './failure.ts'

export type Finding = {
  readonly ok: boolean
  readonly what: string
  /** Null when there is nothing to do. */
  readonly remedy: string | null
}

export const good = (what: string): Finding => ({ ok: true, what, remedy: null })
export const bad = (what: string, remedy: string): Finding => ({ ok: false, what, remedy })

/** Why a call failed, in words. */
export const reasonOf = (error: unknown): string => failureOf('', error).message
