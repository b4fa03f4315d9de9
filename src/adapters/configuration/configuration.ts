// What a team decides once for all: its sites with their hours and links, who is staff, what is kept how long. One file
// beside the environment, which says where the program runs; without it, the defaults.
import { dirname, resolve } from 'node:path'
import type { Language } from '../../moodle/language.ts'
import { sites as builtInSites, type Site } from '../../moodle/sites.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Written } from './shape.ts'
import { siteOf } from './site-of.ts'
import { readWritten } from './written.ts'

export type Configuration = {
  /** The first is that of files for which nobody chose another. */
  readonly sites: readonly [Site, ...Site[]]
  /** Of what is said to a whole channel. */
  readonly language: Language
  /** What the digest is when nothing is pending. */
  readonly emptyDigest: 'line' | 'silence'
  readonly retention: Temporal.Duration
  readonly staff: { readonly local: readonly string[]; readonly slack: Team; readonly mattermost: Team }
  /** By the id of the site; nothing is known of a site that is not there. */
  readonly directories: Readonly<Record<string, SiteFiles>>
}

/** Ids of the chat; `group` is a user group whose members are staff too. */
export type Team = { readonly people: readonly string[]; readonly group: string | null }

/** Paths: `snapshot` alone, or one or both of the others. */
export type SiteFiles = {
  readonly snapshot: string | null
  readonly accounts: string | null
  readonly courses: string | null
}

/** What the environment says, if it does: it wins, as an address given at the start is meant for this start. */
export type FromEnvironment = {
  /** Id of the site of files for which nobody chose another. */
  readonly site: string | undefined
  /** Path of a snapshot of that site. */
  readonly reference: string | undefined
  readonly retention: Temporal.Duration | undefined
}

/**
 * The configuration of that YAML or JSON file (the defaults without one), completed by the environment. Throws
 * OutsideError `configuration-missing`, `configuration-invalid` with a line for each thing that is wrong.
 */
export async function readConfiguration(
  path: string | undefined,
  environment: FromEnvironment,
): Promise<Configuration> {
  const written = path === undefined ? {} : await readWritten(path)
  return withEnvironment(configurationOf(written, dirname(path ?? '.')), environment)
}

function configurationOf(written: Written, folder: string): Configuration {
  const [first, ...others] = written.sites ?? []
  return {
    sites: first ? [siteOf(first), ...others.map(siteOf)] : builtInSites,
    language: written.language ?? 'fr',
    emptyDigest: written.emptyDigest ?? 'line',
    retention: Temporal.Duration.from({ hours: 24 * (written.retentionDays ?? 30) }),
    staff: {
      local: written.staff?.local ?? ['staff'],
      slack: teamOf(written.staff?.slack),
      mattermost: teamOf(written.staff?.mattermost),
    },
    directories: directoriesOf(written.sites ?? [], folder),
  }
}

const teamOf = (written: NonNullable<Written['staff']>['slack']): Team => ({
  people: written?.people ?? [],
  group: written?.group ?? null,
})

function directoriesOf(sites: NonNullable<Written['sites']>, folder: string): Configuration['directories'] {
  const pathOf = (path: string | null | undefined) => (path == null ? null : resolve(folder, path))
  const known = sites.flatMap(({ id, directory }) => (directory ? [[id, directory] as const] : []))
  return Object.fromEntries(
    known.map(([id, { snapshot, accounts, courses }]) => [
      id,
      { snapshot: pathOf(snapshot), accounts: pathOf(accounts), courses: pathOf(courses) },
    ]),
  )
}

function withEnvironment(configuration: Configuration, { site, reference, retention }: FromEnvironment): Configuration {
  const sites = site === undefined ? configuration.sites : firstNamed(configuration.sites, site)
  const { directories } = configuration
  const told = reference === undefined ? {} : { [sites[0].id]: { snapshot: reference, accounts: null, courses: null } }
  return {
    ...configuration,
    sites,
    retention: retention ?? configuration.retention,
    directories: { ...directories, ...told },
  }
}

function firstNamed(sites: Configuration['sites'], id: string): Configuration['sites'] {
  const chosen = sites.find((site) => site.id === id)
  if (chosen) return [chosen, ...sites.filter((site) => site !== chosen)]
  const expected = sites.map((site) => site.id).join(', ')
  throw new OutsideError(
    'configuration-invalid',
    `SITE is “${id}”, expected one of ${expected}. Set it, or leave it out.`,
  )
}
