// Every key of the configuration file: what it is for, what it is otherwise, what it may be. docs/operating.md repeats
// them and a test holds it to them.
import { z } from 'zod'
import { languages } from '../../moodle/language.ts'
import { choice, group, key, keyed, list, text, words } from './keyed.ts'
import { siteShape } from './site-shape.ts'

const days = 'a number of days, from 1 to 3650'

const people = (chat: string) =>
  keyed({
    people: list(
      `People of the team, by their ids in ${chat}`,
      '',
      'a list of ids',
      text(`the id of a person in ${chat}`),
    ),
    group: words(`Id of a user group of ${chat}, whose members are of the team`, '', 'the id of a user group'),
  })

const staff = keyed({
  local: list(
    'People of the team on the local page, by their ids',
    'staff',
    'a list of ids',
    text('the id of a person'),
  ),
  slack: group('Those of the team in Slack', people('Slack')),
  mattermost: group('Those of the team in Mattermost', people('Mattermost')),
})

const siteList = z.array(siteShape, 'a list of sites').min(1, 'a list of sites').superRefine(haveOwnIds)

/** The whole file. */
export const shape = keyed({
  language: choice('Language of what is said to a whole channel', 'fr', languages),
  emptyDigest: choice('What the daily digest is when nothing is pending', 'line', ['line', 'silence']),
  retentionDays: key(
    'Days that files, and words that name people, are kept',
    '30',
    days,
    z.int(days).min(1, days).max(3650, days),
  ),
  sites: key(
    'The Moodle sites that files may be for, all of them; the first one where nobody chose another',
    'ecampus, collegium, prelude',
    'a list of sites',
    siteList,
  ),
  staff: group('Who is of the support team', staff),
})

export type Written = z.output<typeof shape>

function haveOwnIds(sites: readonly { readonly id: string }[], context: z.RefinementCtx): void {
  for (const [index, { id }] of sites.entries()) {
    const isTaken = sites.findIndex((other) => other.id === id) < index
    if (isTaken) context.addIssue({ code: 'custom', path: [index, 'id'], message: 'an id that no site above has' })
  }
}
