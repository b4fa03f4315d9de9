// People are named in these files, in their names and in the reports: all that goes when the retention time is over.
import type { Outside } from './outside.ts'

/** Forgets what is kept no longer; how much of it there was. */
export async function forgetOldFiles({
  store,
  clock,
  log,
  retention,
}: Pick<Outside, 'store' | 'clock' | 'log' | 'retention'>): Promise<number> {
  const forgotten = await store.files.forget(clock.now(), retention)
  if (forgotten > 0) log.info({ forgotten }, 'old files and reports are forgotten')
  return forgotten
}
