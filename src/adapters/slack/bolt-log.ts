// Bolt logs bodies, URLs with tickets and whole errors: of all that only the first words of warnings go on.
import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from '../../ports/log.ts'

/** For Bolt and its clients. Nothing that Slack or a person wrote passes. */
export function boltLog(log: Log): Logger {
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...said: unknown[]) => log.warn({}, sentence(said)),
    error: (...said: unknown[]) => log.error({}, sentence(said)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}

/** Bolt's own words end where it puts in a value: at the first bracket, colon, quote or figure. */
function sentence([first]: readonly unknown[]): string {
  const text = typeof first === 'string' ? first : first instanceof Error ? first.name : ''
  return `slack: ${/^[A-Za-z][A-Za-z ,.'-]{0,160}/.exec(text)?.[0].trim() ?? 'something was not as expected'}`
}
