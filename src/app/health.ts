// For whoever keeps the process running: ready means that what people post is stored; what else ails is shown.
import type { Outside } from './outside.ts'

type Seen = Pick<Outside, 'chats' | 'store' | 'directory' | 'clock' | 'site'>

export type Health = {
  readonly ready: boolean
  readonly store: 'ok' | 'failing'
  readonly chats: readonly string[]
  /** Of the Moodle site: how old what is known is, in hours. */
  readonly directory: 'ok' | 'none' | 'failing'
  readonly directoryAgeHours: number | null
  readonly jobs: { readonly queued: number; readonly leased: number; readonly dead: number } | null
}

/** The state of store, chats and directory. Never throws. */
export async function health({ chats, store, directory, clock, site }: Seen): Promise<Health> {
  const jobs = await store.jobs.counts().catch(() => null)
  const known = await directory.about(site.id).catch(() => null)
  const age = known?.takenAt ? known.takenAt.until(clock.now()).total('hours') : null
  return {
    ready: jobs !== null,
    store: jobs ? 'ok' : 'failing',
    chats: chats.map((chat) => chat.name),
    directory: known === null ? 'failing' : known.snapshot === null ? 'none' : 'ok',
    directoryAgeHours: age === null ? null : Math.round(age * 10) / 10,
    jobs,
  }
}

/** The same for Prometheus, https://prometheus.io/docs/instrumenting/exposition_formats/ */
export async function metrics(seen: Seen): Promise<string> {
  const { jobs, ready, directoryAgeHours } = await health(seen)
  return [
    gauge('enrol_check_ready', 'Whether what people post is stored.', [['', ready ? 1 : 0]]),
    gauge('enrol_check_jobs', 'Jobs that are not done.', Object.entries(jobs ?? {}).map(labelled)),
    gauge('enrol_check_directory_age_hours', 'Age of what is known of the Moodle site.', [['', directoryAgeHours]]),
  ].join('')
}

const labelled = ([state, count]: [string, number]): [string, number] => [`{state="${state}"}`, count]

function gauge(name: string, help: string, samples: readonly (readonly [string, number | null])[]): string {
  const lines = samples.filter(([, value]) => value !== null).map(([labels, value]) => `${name}${labels} ${value}\n`)
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}
