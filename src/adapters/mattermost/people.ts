// People as Mattermost describes them: language and time zone are settings of their own account.
import type { Language } from '../../moodle/language.ts'
import type { Person } from '../../ports/chat.ts'
import type { Clock } from '../../ports/clock.ts'
import { OutsideError } from '../../ports/outside-error.ts'
import type { Message } from '../../replies/message.ts'
import { type Api, read } from './api.ts'
import { isRefusal } from './refusal.ts'
import type { Callout } from './render.ts'
import { personSchema } from './shapes.ts'
import type { Staff } from './staff.ts'

export type People = {
  /** Throws OutsideError `person-unknown`. */
  find(id: string): Promise<Person>
  /** The language of somebody who was met, without asking the server; French for others. */
  languageOf(id: string): Language
  /** How those that a message calls are called. */
  calloutFor(message: Pick<Message, 'paragraphs'>): Promise<Callout>
}

type Known = { readonly person: Person; readonly username: string; readonly at: Temporal.Instant }

/** Settings of an account change now and then. */
const knownFor = Temporal.Duration.from({ minutes: 5 })
const mostKnown = 2_000

export function createPeople({ api, clock, staff }: { api: Api; clock: Clock; staff: Staff }): People {
  const known = new Map<string, Known>()

  async function know(id: string): Promise<Known> {
    const before = known.get(id)
    if (before && Temporal.Instant.compare(before.at.add(knownFor), clock.now()) > 0) return before
    const account = read(personSchema, await api.client.getUser(encodeURIComponent(id)).catch(unknown))
    const person = await toPerson(account, staff)
    const now = { person, username: account.username, at: clock.now() }
    if (known.size >= mostKnown) known.clear()
    known.set(id, now)
    return now
  }

  return {
    find: async (id) => (await know(id)).person,
    languageOf: (id) => known.get(id)?.person.language ?? 'fr',
    async calloutFor({ paragraphs }) {
      const names = new Map<string, string>()
      for (const id of paragraphs.flatMap(mentionedIn))
        names.set(id, await know(id).then(({ username }) => `@${username}`, nobody))
      return (mention) => (mention === 'staff' ? staff.callout : (names.get(mention.person) ?? ''))
    },
  }
}

function unknown(error: unknown): never {
  if (isRefusal(error, [400, 404])) throw new OutsideError('person-unknown', 'No such person', { cause: error })
  throw error
}

function nobody(error: unknown): string {
  if (error instanceof OutsideError && error.code === 'person-unknown') return ''
  throw error
}

async function toPerson(account: ReturnType<typeof personSchema.parse>, staff: Staff): Promise<Person> {
  const { id, username, nickname, locale } = account
  const fullName = `${account.first_name} ${account.last_name}`.trim()
  return {
    id,
    name: fullName || nickname || username,
    language: locale === '' || /^fr\b/i.test(locale) ? 'fr' : 'en',
    staff: await staff.includes(account),
    timezone: timezoneIn(account.timezone),
  }
}

/** The one that was chosen, or the one that their computer told; null for none, or one that nobody knows. */
function timezoneIn(given: Readonly<Record<string, string>> | null | undefined): string | null {
  const zone = given?.useAutomaticTimezone === 'false' ? given.manualTimezone : given?.automaticTimezone
  try {
    return zone ? new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone : null
  } catch {
    return null
  }
}

function mentionedIn({ spans }: Message['paragraphs'][number]): readonly string[] {
  return spans.flatMap((span) =>
    typeof span === 'object' && 'mention' in span && span.mention !== 'staff' ? [span.mention.person] : [],
  )
}
