// A support channel is full of screenshots: what is plainly no table is never downloaded. Chats give types from names,
// or none at all, so a doubtful file counts as a table and is judged by its bytes.
import type { Attachment } from '../ports/chat.ts'
import { likenessOf } from '../replies/not-a-table-reply.ts'

const tables = /\.(csv|tsv|txt|tab|xls[xmb]?|ods)$/i
const others =
  /\.(mp[34]|m4a|mov|avi|mkv|webm|ogg|wav|zip|gz|7z|rar|tar|eml|msg|ics|exe|dmg|pptx?|odp|html?|json|xml|md|js|py|sh)$/i
const otherTypes = /^(audio|video)\/|presentation/

/** False for what is plainly no table; a name that says table is believed. */
export function mayBeTable({ name, type }: Pick<Attachment, 'name' | 'type'>): boolean {
  if (tables.test(name)) return true
  return !others.test(name) && !otherTypes.test(type) && likenessOf(name, type) === 'other'
}
