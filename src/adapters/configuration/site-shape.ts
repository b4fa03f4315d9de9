// The keys of one site in the configuration file.
import { z } from 'zod'
import { squeeze } from '../../checking/fold.ts'
import { siteNamed, usualHours } from '../../moodle/sites.ts'
import { isGroupName, mostStars } from './group-names.ts'
import { group, key, keyed, list, text, words } from './keyed.ts'
import { isDay, isTime, isTimezone } from './times.ts'

const time = (purpose: string, standard: string) => words(purpose, standard, 'a time of day such as 08:30', isTime)

const hours = keyed({
  recheck: time('Requests that wait for accounts are checked again', usualHours.recheck),
  digest: time('The daily digest is posted', usualHours.digest),
  from: time('People are reminded of something from then…', usualHours.from),
  until: time('…to then', usualHours.until),
}).refine(({ from, until }) => (from ?? usualHours.from) < (until ?? usualHours.until), {
  path: ['until'],
  error: 'a time later than from',
})

const prerequisite = keyed({
  fr: text('a sentence in French').meta({ purpose: 'It in French', standard: '', expected: 'a sentence' }),
  en: text('a sentence in English').meta({ purpose: 'It in English', standard: '', expected: 'a sentence' }),
})

const roleWords = z
  .record(z.string(), text('the short name of a role, such as student'), 'a mapping of words to short names of roles')
  .superRefine(meanOneRole)

const file = (purpose: string) => words(purpose, '', 'the path of a file')
const directory = keyed({
  snapshot: file('All that is known of the site, as JSON'),
  accounts: file('CSV export of all accounts'),
  courses: file('CSV export of all courses'),
}).refine(
  ({ snapshot, accounts, courses }) => (snapshot == null) !== (accounts == null && courses == null),
  'either snapshot alone, or accounts, courses or both',
)

const trueOrFalse = 'true or false'
const address = 'an address that begins with https:// or http://'
const link = (purpose: string) =>
  key(purpose, '', address, z.url({ protocol: /^https?$/, hostname: /./, error: address }))

/** One site; what is not said of it is that of the built-in site of the same id, or the usual. */
export const siteShape = keyed({
  id: text('small letters, digits and dashes, such as ecampus', isId).meta({
    purpose: 'Its short name, which people type; a built-in site keeps what is not said of it here',
    standard: '',
    expected: 'ecampus, collegium, prelude, or small letters, digits and dashes',
  }),
  name: words('Its name, as people say it; a new site needs one', '', 'the name of the site'),
  timezone: words('Where its days and hours are counted', 'Europe/Paris', 'a zone such as Europe/Paris', isTimezone),
  dayBefore: key('Whether accounts must exist since the day before', 'false', trueOrFalse, z.boolean(trueOrFalse)),
  prerequisite: group('What must be true of each person, as replies say it: without a full stop', prerequisite),
  roleAliases: key('Words for roles, on top of the common ones', '', 'words and short names of roles', roleWords),
  automatedGroups: list(
    'Groups that a nightly synchronisation empties of members added by hand',
    '',
    `a list of names, * standing for anything, at most ${mostStars} times`,
    text(`the name of a group, with at most ${mostStars} *`, isGroupName),
  ),
  oneCourseLink: link('The page on enrolling people from inside one course'),
  uploadLink: link('Its page “Upload users”, for the support team'),
  hours: group('When something is said or done', hours),
  holidays: list('Days like Sunday', '', 'a list of days such as 2026-12-25', text('a day such as 2026-12-25', isDay)),
  directory: group('Files that tell what is known of it; paths from the folder of this file', directory),
}).refine(({ id, name }) => name != null || siteNamed(id) !== undefined, {
  path: ['name'],
  error: 'the name of the site, as it is not a built-in one',
})

export type WrittenSite = z.output<typeof siteShape>

function isId(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text)
}

/** Words are compared without case, accents and blanks. */
function meanOneRole(roles: Readonly<Record<string, string>>, context: z.RefinementCtx): void {
  const seen = new Map<string, string>()
  for (const [word, role] of Object.entries(roles)) {
    const other = seen.get(squeeze(word)) ?? role
    if (other !== role)
      context.addIssue({ code: 'custom', path: [word], message: `${other}, as for the same word above` })
    seen.set(squeeze(word), other)
  }
}
