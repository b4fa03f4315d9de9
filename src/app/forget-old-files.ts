// People's names are in these files: they go when the retention time is over, reports stay.
import type { Outside } from './outside.ts'

/** Forgets the bytes of files that are kept no longer; how many. */
export async function forgetOldFiles({ store, clock, log }: Pick<Outside, 'store' | 'clock' | 'log'>): Promise<number> {
  const forgotten = await store.files.forget(clock.now())
  if (forgotten > 0) log.info({ forgotten }, 'old files are forgotten')
  return forgotten
}
