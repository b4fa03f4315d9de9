// What a doctor found, for people at a terminal: what is well on one line, what is not with what to do below it.
import type { Finding } from '../../ports/finding.ts'
import type { Style } from '../../replies/style.ts'

/** One or two lines for each, ended by a line feed. */
export function tellFindings(findings: readonly Finding[], style: Style): string {
  return findings
    .map(({ ok, what, remedy }) => {
      const line = `${ok ? style.green('✓') : style.red('✗')} ${what}\n`
      return remedy === null ? line : `${line}  → ${remedy}\n`
    })
    .join('')
}
