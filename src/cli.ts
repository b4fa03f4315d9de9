// `enrol-check` on the command line: the same core as the bot, no chat; what scripts rely on is in contract/check.md.
import { systemClock } from './adapters/clock/system.ts'
import type { Configuration } from './adapters/configuration/configuration.ts'
import { type CheckOptions, chosenSite, readCheckOptions, readOptions } from './adapters/terminal/check-options.ts'
import { colours } from './adapters/terminal/colours.ts'
import { explainRule, listRules } from './adapters/terminal/explain-rules.ts'
import { readInput } from './adapters/terminal/input-file.ts'
import { writeFiles } from './adapters/terminal/output-folder.ts'
import { progressLine } from './adapters/terminal/progress-line.ts'
import { WrongCall } from './adapters/terminal/wrong-call.ts'
import { check } from './checking/check.ts'
import { noReference, type Reference } from './checking/reference.ts'
import type { Report, Verdict } from './checking/report.ts'
import { sites as builtInSites, type Site } from './moodle/sites.ts'
import { OutsideError } from './ports/outside-error.ts'
import { fullReport } from './replies/full-report.ts'
import { reportJson } from './replies/report-json.ts'
import { template } from './replies/template.ts'
import { ruleNamed, rules } from './rules/index.ts'

const usage = `Usage:
  enrol-check check FILE [--site ecampus|collegium|prelude|…] [--config FILE.yml] [--reference SNAPSHOT.json]
                         [--today 2026-11-22] [--lang fr|en] [--json] [--out DIR]
  enrol-check rules [CODE] [--lang fr|en]
  enrol-check template [--lang fr|en]
  enrol-check doctor [slack|mattermost]
  enrol-check setup mattermost

FILE may be - for standard input.
Exit code: 0 ready or corrected, 1 partial or blocked, 2 unreadable or a wrong call.
Of doctor and setup: 0 all is well, 1 something is to be done.
`

const exitCodes: Readonly<Record<Verdict, number>> = { ready: 0, corrected: 0, partial: 1, blocked: 1, unreadable: 2 }

const commands: Readonly<Record<string, (words: readonly string[]) => number | Promise<number>>> = {
  check: runCheck,
  rules: explainRules,
  template: (words) => print(template(readOptions(words, 0).language)),
  doctor: async (words) => (await import('./administer.ts')).runDoctor(words),
  setup: async (words) => (await import('./administer.ts')).runSetup(words),
  help: () => print(usage),
  '--help': () => print(usage),
}

async function run([command = '', ...words]: readonly string[]): Promise<number> {
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!chosen) throw new WrongCall(`${command === '' ? 'No command' : `No command is called ${command}`}.\n${usage}`)
  return chosen(words)
}

async function runCheck(words: readonly string[]): Promise<number> {
  const options = readCheckOptions(words)
  const { out, language } = options
  const { sites, directories } = await readConfig(options.config)
  const site = chosenSite(sites, options.site)
  const today = options.today ?? systemClock.now().toZonedDateTimeISO(site.timezone).toPlainDate()
  const reference = await readReference(site, options.reference, directories)
  const { name, bytes } = await readInput(options.file)
  const progress = progressLine(process.stderr, systemClock)
  const report = check(bytes, { name, site, reference, today, rules, progress: progress.hear })
  progress.end()
  const written = out === null ? [] : await writeFiles(out, report, language)
  print(options.json ? `${JSON.stringify(reportJson(report, language))}\n` : reportText(report, site, options, written))
  return exitCodes[report.verdict]
}

/** zod is worth its loading time only when there is a configuration or a snapshot to read. */
async function readConfig(path: string | null): Promise<Pick<Configuration, 'sites' | 'directories'>> {
  if (path === null) return { sites: builtInSites, directories: {} }
  const { readConfiguration } = await import('./adapters/configuration/configuration.ts')
  return readConfiguration(path, { site: undefined, reference: undefined, retention: undefined })
}

async function readReference(
  { id }: Site,
  path: string | null,
  directories: Configuration['directories'],
): Promise<Reference> {
  const files = path === null ? directories[id] : { snapshot: path, accounts: null, courses: null }
  if (files === undefined) return noReference
  const { loadSnapshot } = await import('./adapters/directory/load-snapshot.ts')
  return (await loadSnapshot(id, files)).reference
}

function reportText(report: Report, site: Site, { language }: CheckOptions, written: readonly string[]): string {
  const style = colours(process.stdout)
  const files = written.map((path) => `${style.dim('→')} ${path}\n`).join('')
  return `${fullReport(report, { language, site, style })}${files === '' ? '' : `\n${files}`}`
}

function explainRules(words: readonly string[]): number {
  const { language, word } = readOptions(words, 1)
  const style = colours(process.stdout)
  if (word === null) return print(listRules(rules, language, style))
  const rule = ruleNamed(word)
  if (!rule) throw new WrongCall(`No rule is called ${word}. The list: enrol-check rules`)
  return print(explainRule(rule, language, style))
}

function print(text: string): number {
  process.stdout.write(text)
  return 0
}

// A reader such as `head` may go before we are done.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2))

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  if (!(error instanceof WrongCall || error instanceof OutsideError)) throw error
  process.stderr.write(`enrol-check: ${error.message}\n`)
  return 2
})
