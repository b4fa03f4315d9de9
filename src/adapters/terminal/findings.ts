// What a doctor found, for people at a terminal: what is well on one line, what is not with what to do below it.
import type { Style } from '../../replies/style.ts'

export type Finding = {
  readonly ok: boolean
  readonly what: string
  /** Null when there is nothing to do. */
  readonly remedy: string | null
}

/** One or two lines for each, ended by a line feed. */
export function tellFindings(findings: readonly Finding[], style: Style): string {
  return findings
    .map(({ ok, what, remedy }) => {
      const line = `${ok ? style.green('✓') : style.red('✗')} ${what}\n`
      return remedy === null ? line : `${line}  → ${remedy}\n`
    })
    .join('')
}
