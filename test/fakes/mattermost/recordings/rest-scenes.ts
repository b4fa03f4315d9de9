// For each file of plain requests: how the town stood, and what happened between the requests.
import { catchUpScene } from './catch-up-scene.ts'
import { editsScene } from './edits-scene.ts'
import { filesScene } from './files-scene.ts'
import { onceScene } from './once-scene.ts'
import { rightsScene } from './rights-scene.ts'
import type { Scene } from './scene.ts'
import { seed } from './stage.ts'

export const restScenes: readonly Scene[] = [
  rightsScene,
  {
    file: 'rest-posts',
    before: { 'delete my own post': (stage) => seed(stage, { id: 'jetim7m5hjd97m4faahgddfraw' }) },
  },
  filesScene,
  onceScene,
  editsScene,
  catchUpScene,
  {
    file: 'rest-rate-limit',
    prepare({ town }) {
      town.config.rateLimit = { perSec: 2, maxBurst: 3 }
    },
    leftOut: { 'a socket while over the limit': 'no request; played with the sockets' },
  },
]
