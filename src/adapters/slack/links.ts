// Addresses of posts, as Slack's "Copy link" gives them.
import type { PostRef } from '../../ports/chat.ts'

/** `url` is that of the workspace. */
export function linkTo(url: string, { channel, post }: PostRef, thread: string | null): string {
  const address = `${url}archives/${channel}/p${post.replace('.', '')}`
  return thread === null ? address : `${address}?thread_ts=${thread}&cid=${channel}`
}

/** The first post of that workspace that a text points at, or null. */
export function linkIn(url: string, text: string): PostRef | null {
  const [found] = text.match(/https?:\/\/[^\s<>|]+/g)?.filter((link) => link.startsWith(`${url}archives/`)) ?? []
  const [, channel, seconds, micros] = /\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:[?#]|$)/.exec(found ?? '') ?? []
  return channel && seconds && micros ? { channel, post: `${seconds}.${micros}` } : null
}
