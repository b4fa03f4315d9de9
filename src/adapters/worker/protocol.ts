// What the two threads say to each other: text, numbers and bytes only, as neither functions nor Temporal can travel.
import type { Report } from '../../checking/report.ts'

export type Order = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly site: string
  readonly today: string
  readonly maxRows: number
  readonly maxBytes: number
  /** Absent: the same as in the order before. Null: nothing is known of the site. */
  readonly snapshot?: string | null
}

export type Answer =
  | { readonly progress: number }
  | { readonly report: Report }
  | { readonly bug: string; readonly stack: string }
