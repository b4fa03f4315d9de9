// What is attached to a post: downloads, and the bot's pictures, which are seen where they stand.
import { el, icon, icons } from './dom.js'
import { sizeOf } from './formats.js'
import { say } from './state.js'

/** @typedef {import('./state.js').Post['files'][number]} PostFile */

/**
 * @param {readonly PostFile[]} files
 * @returns {(HTMLElement | null)[]}
 */
export function showFiles(files) {
  const downloads = files.filter(({ picture }) => picture === null)
  return [
    ...files.map(showPicture),
    downloads.length > 0
      ? el('ul', { class: 'files' }, ...downloads.map((file) => el('li', {}, showLink(file))))
      : null,
  ]
}

/**
 * Its size is known before it arrives, so nothing moves when it does.
 * @param {PostFile} file
 */
function showPicture({ name, url, picture }) {
  if (!picture) return null
  const { width, height } = picture
  return el(
    'p',
    { class: 'picture' },
    el('img', { src: url, alt: say().picture(name), width, height, decoding: 'async' }),
  )
}

/** @param {PostFile} file */
function showLink({ id, name, size, url }) {
  const label = say().download(name, sizeOf(size))
  const link = { class: 'file', href: url, download: name, 'aria-label': label, 'data-focus': `file ${id}` }
  const [, stem = name, end = ''] = /^(.+?)((?:\.[^.]+)?)$/s.exec(name) ?? []
  return el(
    'a',
    link,
    el('span', { class: 'file-name' }, el('span', { class: 'stem' }, stem), el('span', { class: 'end' }, end)),
    el('span', { class: 'file-size' }, sizeOf(size)),
    icon(icons.download),
  )
}

/**
 * A file that is still to be sent, or that an edit may take out.
 * @param {{ name: string, size: number }} file
 * @param {() => void} onRemove
 */
export function showChip({ name, size }, onRemove) {
  return el(
    'li',
    {},
    el('span', { class: 'chip-name' }, name),
    el('span', { class: 'chip-size' }, sizeOf(size)),
    el(
      'button',
      { class: 'remove', type: 'button', 'aria-label': say().remove(name), onclick: onRemove },
      icon(icons.close),
    ),
  )
}
