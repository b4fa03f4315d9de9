// Remembers what was logged, for tests of what is said where and of what must never be there.
import type { Log } from '../../src/ports/log.ts'

export type Line = {
  readonly level: 'info' | 'warn' | 'error'
  readonly fields: Readonly<Record<string, unknown>>
  readonly message: string
}

export function fakeLog(): Log & { readonly lines: readonly Line[] } {
  const lines: Line[] = []
  const write = (level: Line['level']) => (fields: Line['fields'], message: string) => {
    // As a text, the log would show nothing of it but that it was one.
    if (typeof fields.error === 'string') throw new TypeError('An error is logged as it was thrown')
    lines.push({ level, fields, message })
  }
  return { lines, info: write('info'), warn: write('warn'), error: write('error') }
}
