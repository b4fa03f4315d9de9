// The Moodle platforms a file may be for, and what each asks of the people in it; the seed is the CEMU's own page.
import type { Language } from './language.ts'

/** Plain data that can be handed to another thread. */
export type Site = {
  readonly id: string
  readonly name: string
  /** IANA name; days and hours of this site are counted in it. */
  readonly timezone: string
  /** Accounts must exist since the day before. */
  readonly dayBefore: boolean
  /** What must be true of each person, as a reminder. */
  readonly prerequisite: Readonly<Record<Language, string>>
  /** Role words of this site on top of the common ones: word → short name. */
  readonly roleAliases: Readonly<Record<string, string>>
  /** Groups that a nightly synchronisation empties of manual members. */
  readonly automatedGroups: RegExp | null
  /** The page on enrolling people from inside one course. */
  readonly oneCourseLink: string | null
  /** Moodle's page "Upload users" of that site, for the support team. */
  readonly uploadLink: string | null
  readonly hours: Hours
  /** Days like Sunday, as `2026-12-25`. */
  readonly holidays: readonly string[]
}

/** When something may be said or done, as `08:00`, in the site's time zone. */
export type Hours = {
  /** Batches that wait for accounts are checked again. */
  readonly recheck: string
  /** The digest is posted. */
  readonly digest: string
  /** People are reminded of something from here… */
  readonly from: string
  /** …to here. */
  readonly until: string
}

export const usualHours: Hours = { recheck: '08:00', digest: '08:30', from: '08:00', until: '18:00' }

/** What a site has of which nothing else is said. */
export const plainSite = {
  timezone: 'Europe/Paris',
  roleAliases: {},
  automatedGroups: null,
  oneCourseLink: null,
  uploadLink: null,
  hours: usualHours,
  holidays: [],
} as const satisfies Partial<Site>

/** Those of Caen, which are there unless a configuration names others; the first one where nobody chose another. */
export const sites: readonly [Site, ...Site[]] = [
  {
    ...plainSite,
    id: 'ecampus',
    name: 'Ecampus',
    dayBefore: true,
    prerequisite: {
      fr: 'Sur Ecampus, chaque compte doit avoir été créé la veille au plus tard',
      en: 'On Ecampus, every account must have been created the day before at the latest',
    },
  },
  {
    ...plainSite,
    id: 'collegium',
    name: 'Collégium',
    dayBefore: false,
    prerequisite: {
      fr: 'Sur Collégium, il faut un compte Universitice ou Unicaen ; les étudiants doivent être inscrits à une formation de santé, les autres enseigner dans l’une des deux universités',
      en: 'On Collégium, people need a Universitice or Unicaen account; students must be enrolled in a health programme, others must teach at one of the two universities',
    },
  },
  {
    ...plainSite,
    id: 'prelude',
    name: 'Prélude',
    dayBefore: false,
    prerequisite: {
      fr: 'Sur Prélude, chaque compte doit déjà exister, importé ou créé par la personne elle-même',
      en: 'On Prélude, every account must already exist, imported or created by the person',
    },
  },
]

/** Built-in site; others come from the configuration. */
export const siteNamed = (id: string): Site | undefined => sites.find((site) => site.id === id)
