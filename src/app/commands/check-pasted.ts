// Lines of a table pasted after the command are checked for that person alone: no request is made of them, and nothing is kept.
import type { Message } from '../../replies/message.ts'
import { knownOf } from '../known-of.ts'
import { siteFor } from '../sites.ts'
import type { Asked } from './asked.ts'

/** True for two lines or more of which the first has cells. */
export const isTable = (text: string): boolean => /^[^\n]*[,;\t|:][^\n]*\n\s*\S/.test(text)

/** What a file of these lines would be answered, with its files and without buttons. Throws OutsideError. */
export async function checkPasted({ outside, command, language, rest }: Asked): Promise<Message> {
  const site = await siteFor(outside, { ...command, form: null })
  const known = await knownOf(outside, site.id)
  const now = outside.clock.now()
  const asker = { language, revision: 1, before: null, full: false, request: null }
  const request = {
    name: 'enrol-check.csv',
    site,
    known,
    today: now.toZonedDateTimeISO(site.timezone).toPlainDate(),
    asker,
    before: { good: null, handed: null },
  }
  const { reply } = await outside.checker.check(new TextEncoder().encode(`${rest}\n`), request, () => undefined)
  return reply
}
