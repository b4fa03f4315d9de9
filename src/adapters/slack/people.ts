// People as Slack knows them; who is of the support team is in the settings, or in a user group.
import { z } from 'zod'
import type { Person } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { isFailure } from './failure.ts'
import type { SlackOptions } from './options.ts'
import type { Web } from './web.ts'

export type PeopleParts = Pick<SlackOptions, 'staff' | 'staffGroup'> & {
  readonly web: Web
  readonly clock: Clock
  readonly log: Log
}

/** How long what is known of people is believed. */
const lifetime = Temporal.Duration.from({ minutes: 5 })

const personShape = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    locale: z.string().nullish(),
    tz: z.string().nullish(),
    profile: z.object({ display_name: z.string().nullish(), real_name: z.string().nullish() }).nullish(),
  }),
})

const groupShape = z.object({ users: z.array(z.string()) })

/** Looks a person up. Throws OutsideError `person-unknown`. */
export function peopleOf(parts: PeopleParts): (id: string) => Promise<Person> {
  const { web, clock } = parts
  const known = kept(clock, async (id) => {
    // Without `include_locale` Slack tells no language.
    const { user } = await web.call('users.info', { user: id, include_locale: true }, personShape)
    return user
  })
  const group = kept(clock, () => membersOf(parts))
  return async (id) => {
    const { name, real_name, locale, tz, profile } = await known(id)
    return {
      id,
      name: profile?.display_name || profile?.real_name || real_name || name || id,
      language: locale?.startsWith('fr') ? 'fr' : 'en',
      staff: parts.staff.includes(id) || (await group('').catch((): readonly string[] => [])).includes(id),
      timezone: tz || null,
    }
  }
}

/** The people of the settings are of the team, whatever becomes of the group. Throws what may be over in a moment. */
async function membersOf({ web, staffGroup, log }: PeopleParts): Promise<readonly string[]> {
  if (staffGroup === null) return []
  try {
    return (await web.call('usergroups.users.list', { usergroup: staffGroup }, groupShape)).users
  } catch (error) {
    log.warn({ error }, 'slack: the user group of the team could not be read')
    if (isFailure(error, 'chat-unavailable', 'rate-limited')) throw error
    return []
  }
}

/** Keeps what was asked for some minutes. */
function kept<T>(clock: Clock, ask: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const answers = new Map<string, { readonly until: Temporal.Instant; readonly answer: T }>()
  return async (id) => {
    const known = answers.get(id)
    if (known && Temporal.Instant.compare(clock.now(), known.until) < 0) return known.answer
    const answer = await ask(id)
    if (answers.size > 2_000) answers.clear()
    answers.set(id, { until: clock.now().add(lifetime), answer })
    return answer
  }
}
