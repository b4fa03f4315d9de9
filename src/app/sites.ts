// Which Moodle a file is for: what its author chose in a form, else what was chosen for the channel, else the first one.
import type { Site } from '../moodle/sites.ts'
import type { StoredPosting } from '../ports/store.ts'
import type { Outside } from './outside.ts'

/** The site of that id; the first one when it is no longer configured. */
export const siteOf = ({ sites }: Pick<Outside, 'sites'>, id: string | null): Site =>
  sites.find((site) => site.id === id) ?? sites[0]!

/** The site that a posted file is for. Throws OutsideError. */
export async function siteFor(
  outside: Pick<Outside, 'sites' | 'store'>,
  { chat, channel, form }: Pick<StoredPosting, 'chat' | 'channel' | 'form'>,
): Promise<Site> {
  return siteOf(outside, form?.site ?? (await outside.store.preferences.get(chat, channel, 'site')))
}
