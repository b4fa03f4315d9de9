// Files may be dropped anywhere on the page; with a thread open, over the half they are meant for.
import { el, find } from './dom.js'
import { say } from './state.js'

/** @param {{ toChannel: (files: FileList) => void, toThread: (files: FileList) => void }} takers */
export function watchDrops({ toChannel, toThread }) {
  const drop = find('#drop')
  let depth = 0

  const end = () => {
    depth = 0
    drop.hidden = true
  }
  const begin = () => {
    const threadOpen = !find('#thread').hidden
    const channelSeen = find('#channel').checkVisibility({ visibilityProperty: true })
    drop.replaceChildren(
      ...(channelSeen ? [zone(say().dropChannel, toChannel)] : []),
      ...(threadOpen ? [zone(say().dropThread, toThread)] : []),
    )
    drop.hidden = false
  }
  /**
   * @param {string} label
   * @param {(files: FileList) => void} take
   */
  const zone = (label, take) => {
    const element = el('div', { class: 'zone' }, el('p', {}, label))
    element.addEventListener('dragenter', () => element.classList.add('over'))
    element.addEventListener('dragleave', () => element.classList.remove('over'))
    element.addEventListener('drop', (event) => {
      const { dataTransfer } = /** @type {DragEvent} */ (event)
      if (dataTransfer) take(dataTransfer.files)
    })
    return element
  }

  document.addEventListener('dragenter', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    depth += 1
    if (depth === 1) begin()
  })
  document.addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault()
  })
  document.addEventListener('dragleave', (event) => {
    if (!hasFiles(event)) return
    depth -= 1
    if (depth === 0) end()
  })
  document.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return
    event.preventDefault()
    const files = event.dataTransfer?.files
    // Dropped before the zones were drawn: the channel takes it.
    if (files && !(event.target instanceof Element && event.target.closest('.zone'))) toChannel(files)
    end()
  })
}

/** @param {DragEvent} event */
function hasFiles(event) {
  return event.dataTransfer?.types.includes('Files') ?? false
}
