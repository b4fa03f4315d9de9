// Which Moodle a file is for: what its author chose in a form, else what was chosen for the channel, else the first one.
import type { Site } from '../moodle/sites.ts'
import type { StoredPosting } from '../ports/store.ts'
import type { Outside } from './outside.ts'

/** The site of that id. One that is no longer configured keeps its id for a name, so that its files go nowhere else. */
export const siteOf = ({ sites }: Pick<Outside, 'sites'>, id: string): Site =>
  sites.find((site) => site.id === id) ?? { ...sites[0]!, id, name: id }

/** The site that a posted file is for. Throws OutsideError. */
export async function siteFor(
  outside: Pick<Outside, 'sites' | 'store'>,
  { chat, channel, form }: Pick<StoredPosting, 'chat' | 'channel' | 'form'>,
): Promise<Site> {
  const { sites, store } = outside
  const chosen = form?.site ?? (await store.preferences.get(chat, channel, 'site'))
  return sites.find(({ id }) => id === chosen) ?? sites[0]!
}
