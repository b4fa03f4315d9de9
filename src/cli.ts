// `enrol-check` on the command line: the same core as the bot, no chat; what scripts rely on is in contract/check.md.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { systemClock } from './adapters/clock/system.ts'
import { type CheckOptions, readCheckOptions } from './adapters/terminal/check-options.ts'
import { WrongCall } from './adapters/terminal/wrong-call.ts'
import { check } from './checking/check.ts'
import { noReference, type Reference } from './checking/reference.ts'
import { OutsideError } from './ports/outside-error.ts'
import { reportJson } from './replies/report-json.ts'
import { rules } from './rules/index.ts'

const exitCodes = { ready: 0, corrected: 0, partial: 1, blocked: 1, unreadable: 2 } as const

async function runCheck(words: readonly string[]): Promise<number> {
  const options = readCheckOptions(words, systemClock.now())
  const reference = await readReference(options.reference)
  const { file, site, today } = options
  const name = file === '-' ? 'stdin.csv' : basename(file)
  const report = check(await readInput(file), { name, site, reference, today, rules })
  print(report, options)
  return exitCodes[report.verdict]
}

async function readReference(path: string | null): Promise<Reference> {
  if (path === null) return noReference
  const { loadSnapshot } = await import('./adapters/directory/snapshot.ts')
  return (await loadSnapshot(path)).known.reference
}

function print(report: ReturnType<typeof check>, { language }: CheckOptions): void {
  process.stdout.write(`${JSON.stringify(reportJson(report, language))}\n`)
}

async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file === '-' ? 0 : file)
  } catch (error) {
    throw new WrongCall(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function run([command, ...words]: readonly string[]): Promise<number> {
  if (command === 'check') return runCheck(words)
  throw new WrongCall('…')
}

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof WrongCall || error instanceof OutsideError)) throw error
  process.stderr.write(`enrol-check: ${error.message}\n`)
  return 2
})
