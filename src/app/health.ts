// For whoever keeps the process running: ready means that what people post is stored; what else ails is shown.
import type { ChatName } from '../ports/chat.ts'
import type { Connection } from './connection.ts'
import type { Outside } from './outside.ts'

type Seen = Pick<Outside, 'chats' | 'connections' | 'store' | 'directory' | 'clock' | 'sites'>

export type DirectoryHealth = {
  /** `outdated`: something newer is there and cannot be used. */
  readonly state: 'ok' | 'none' | 'outdated' | 'failing'
  /** How old what is known of the site is. */
  readonly ageHours: number | null
}

export type Health = {
  readonly ready: boolean
  readonly store: 'ok' | 'failing'
  readonly chats: Readonly<Partial<Record<ChatName, Connection>>>
  /** By site. */
  readonly directory: Readonly<Record<string, DirectoryHealth>>
  readonly jobs: { readonly queued: number; readonly leased: number; readonly dead: number } | null
}

/** The state of store, chats and directory. Never throws. */
export async function health(seen: Seen): Promise<Health> {
  const jobs = await seen.store.jobs.counts().catch(() => null)
  const known = seen.sites.map(async ({ id }) => [id, await directoryHealth(seen, id)] as const)
  const chats = seen.chats.map(({ name }) => [name, seen.connections()[name] ?? connected] as const)
  return {
    ready: jobs !== null,
    store: jobs ? 'ok' : 'failing',
    chats: Object.fromEntries(chats),
    directory: Object.fromEntries(await Promise.all(known)),
    jobs,
  }
}

const connected: Connection = { connected: true, trouble: null, refused: 0 }

async function directoryHealth({ directory, clock }: Seen, site: string): Promise<DirectoryHealth> {
  const known = await directory.about(site).catch(() => null)
  if (known === null) return { state: 'failing', ageHours: null }
  const age = known.takenAt ? known.takenAt.until(clock.now()).total('hours') : null
  return {
    state: known.snapshot === null ? 'none' : known.outdated ? 'outdated' : 'ok',
    ageHours: age === null ? null : Math.round(age * 10) / 10,
  }
}

/** The same for Prometheus, https://prometheus.io/docs/instrumenting/exposition_formats/ */
export async function metrics(seen: Seen): Promise<string> {
  const { jobs, ready, directory, chats } = await health(seen)
  const connections = Object.entries(chats)
  return [
    gauge('enrol_check_ready', 'Whether what people post is stored.', [['', ready ? 1 : 0]]),
    gauge('enrol_check_jobs', 'Jobs that are not done.', Object.entries(jobs ?? {}).map(labelled('state'))),
    gauge(
      'enrol_check_chat_connected',
      'Whether a chat is reached.',
      connections.map(([chat, { connected: is }]) => labelled('chat')([chat, is ? 1 : 0])),
    ),
    gauge(
      'enrol_check_chat_refused',
      'Calls refused since the start: forged, stale, or with a wrong token.',
      connections.map(([chat, { refused }]) => labelled('chat')([chat, refused])),
    ),
    gauge(
      'enrol_check_directory_age_hours',
      'Age of what is known of a Moodle site.',
      Object.entries(directory).map(([site, { ageHours }]) => labelled('site')([site, ageHours])),
    ),
  ].join('')
}

type Sample = readonly [labels: string, value: number | null]

const labelled =
  (label: string) =>
  ([name, value]: Sample): Sample => [`{${label}="${name}"}`, value]

function gauge(name: string, help: string, samples: readonly Sample[]): string {
  const lines = samples.filter(([, value]) => value !== null).map(([labels, value]) => `${name}${labels} ${value}\n`)
  return lines.length === 0 ? '' : `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${lines.join('')}`
}
