// What the two threads say to each other: plain data and bytes only, as neither functions nor Temporal can travel.
import type { Before } from '../../checking/completed.ts'
import type { Site } from '../../moodle/sites.ts'
import type { Answer, Asker } from '../../replies/answer.ts'

export type Order = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly site: Site
  readonly today: string
  readonly asker: Asker
  readonly before: Before
  readonly limits: { readonly rows: number; readonly bytes: number }
  /** Absent: the same as in the order before for that site. Null: nothing is known of the site. */
  readonly snapshot?: string | null
}

export type Said =
  | { readonly progress: number }
  | { readonly answer: Answer }
  | { readonly bug: string; readonly stack: string }
