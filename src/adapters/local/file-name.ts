// Names come from strangers and end up on disks, in headers and in replies.

const longest = 200

/**
 * The base name alone: no folder of any system, no control or direction characters, at most 200 characters with the
 * extension kept, never empty (`file`).
 */
export function cleanFileName(name: string): string {
  const base = name.split(/[/\\]/).at(-1) ?? ''
  const shown = base.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim()
  if (/^\.*$/.test(shown)) return 'file'
  return shorten(shown.toWellFormed())
}

function shorten(name: string): string {
  const characters = Array.from(name)
  if (characters.length <= longest) return name
  const extension = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  return characters.slice(0, longest - extension.length).join('') + extension
}

/** `Content-Disposition` for a download, in ASCII and in full (RFC 6266, RFC 5987). */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${full}`
}
