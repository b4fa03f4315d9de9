// The bot's own checker: how long the thread that answers the chats stands still while the other one checks.
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { loadSnapshot } from '../../src/adapters/directory/load-snapshot.ts'
import { createChecker } from '../../src/adapters/worker/checker.ts'
import { siteNamed } from '../../src/moodle/sites.ts'
import { nothingKnown } from '../../src/ports/directory.ts'
import { measure } from './measure.ts'

await measure(async ({ file, snapshot }) => {
  const known =
    snapshot === null ? nothingKnown : await loadSnapshot('ecampus', { snapshot, accounts: null, courses: null })
  const checker = createChecker({ maxRows: 1_500_000, maxBytes: 200_000_000 })
  const request = {
    name: 'bench.csv',
    site: siteNamed('ecampus')!,
    known,
    today: Temporal.PlainDate.from('2026-11-23'),
    asker: { language: 'fr', revision: 1, before: null, full: false, request: null } as const,
    before: { good: null, handed: null },
  }
  const bytes = new Uint8Array(readFileSync(file))
  const ask = () => checker.check(bytes, request, () => undefined)
  await ask()
  return async () => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const { counts } = await ask()
    await new Promise((resolve) => setTimeout(resolve, 5))
    delay.disable()
    await checker.stop()
    return { kept: counts.corrected, others: counts.rows - counts.corrected, stall: delay.max / 1e6 }
  }
})
