// Puts the page together: who looks, what is open, and what happens when something arrives.
import { getPeople } from './api.js'
import { drawBar, markRead } from './bar.js'
import { createComposer } from './composer.js'
import { find } from './dom.js'
import { watchDrops } from './dropping.js'
import { listen } from './live.js'
import { headlineOf } from './message.js'
import { drawChannel, drawThread } from './panes.js'
import { sampleFile } from './sample.js'
import { keepEnd, showEnd } from './scrolling.js'
import { change, say, state, watch } from './state.js'
import { closeThread } from './thread-head.js'

const wide = matchMedia('(min-width: 900px)')

const channelComposer = createComposer(
  () => null,
  ({ id, files }) => {
    if (files.length > 0 && wide.matches) location.hash = `thread=${id}`
    else scrollDown('#channel')
  },
)
const threadComposer = createComposer(
  () => state.thread ?? '',
  () => scrollDown('#thread'),
)
find('#channel').append(channelComposer.element)
find('#thread').append(threadComposer.element)
for (const pane of ['#channel', '#thread']) keepEnd(find(`${pane} .scroll`))

watch(() => {
  drawBar()
  drawChannel({ trySample: () => channelComposer.add([sampleFile(say().sample)]) })
  drawThread()
  channelComposer.element.hidden = state.view === 'direct'
  channelComposer.draw()
  threadComposer.draw()
})

watchDrops({
  toChannel: (files) => {
    if (state.view === 'direct') change({ view: 'channel' })
    channelComposer.add(files)
  },
  toThread: (files) => threadComposer.add(files),
})

window.addEventListener('hashchange', () => {
  const before = state.thread
  change({ thread: threadInAddress() })
  if (state.thread !== null && state.thread !== before) {
    change({ view: 'channel' })
    setTimeout(enterThread)
  }
})

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.thread !== null && !event.isComposing) closeThread()
})

await start()

async function start() {
  const saved = sessionStorage.getItem('person')
  const people = await getPeople()
    .then((answer) => answer.people)
    .catch(() => null)
  if (people === null) {
    change({ online: false })
    setTimeout(start, 2000)
    return
  }
  const person = people.find(({ id }) => id === saved) ?? people[0]
  change({ people, person: person?.id ?? '', thread: threadInAddress() })
  listen((post) => {
    markRead()
    if (post.bot && (post.direct === null || post.direct === state.person)) announce(post)
  })
}

/** On a phone the keyboard would cover what one came to read; and a thread in an address may be gone. */
function enterThread() {
  if (find('#thread').hidden) return
  if (wide.matches) threadComposer.focus()
  else find('#thread .close').focus()
}

function threadInAddress() {
  return new URLSearchParams(location.hash.slice(1)).get('thread')
}

/** @param {import('./state.js').Post} post */
function announce(post) {
  find('#news').textContent = say().answered(headlineOf(post))
}

/** @param {string} pane */
function scrollDown(pane) {
  setTimeout(() => showEnd(find(`${pane} .scroll`)))
}
