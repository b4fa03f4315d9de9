// JSON lines for machines, readable lines on a terminal. Fields that could hold what people wrote are struck out here
// too, whatever a caller passes.
import pino from 'pino'
import pretty from 'pino-pretty'
import type { Log } from '../../ports/log.ts'

/** Names of fields that never reach a log, one level deep as well. */
const secrets = ['name', 'file', 'text', 'value', 'bytes', 'email', 'username', 'author', 'token', 'password']

export type LogOptions = {
  readonly level: string
  /** For a person at a terminal. */
  readonly readable: boolean
  readonly write?: (line: string) => void
}

/** A log on standard output, or wherever `write` puts its lines. */
export function pinoLog({ level, readable, write }: LogOptions): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: secrets.flatMap((secret) => [secret, `*.${secret}`]), censor: '…' },
    serializers: { error: describe },
  }
  const lines = readable
    ? pretty({ sync: true, ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ sync: true })
  const logger = pino(options, write ? { write } : lines)
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}

/** An error by its kind and where it was thrown: its message may quote what people wrote, unless it is one of ours. */
function describe(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error
  const { name, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { type: name, code, at: frames?.slice(0, 8).map((line) => line.trim()), cause: cause && describe(cause) }
}
