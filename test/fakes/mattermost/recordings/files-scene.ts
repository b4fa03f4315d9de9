// Files: those of the ten, and some that were sent in requests that were not recorded.
import type { Exchange } from './read.ts'
import type { Scene } from './scene.ts'
import { replay } from './send.ts'
import { admin, bot, marie, privateChannel, type Stage, seedFile } from './stage.ts'

const eleven = `4cg7s8f3hpg9zbsxg6um1wtdrw ng6hyabutjf95p41q5xinfn5cr c6ke9bb7xibp9kd9jow1kdsr7e
  aesn65y4gtf37d7zrhcn9in55r ecam6muyfb8q7r63tcpgajffme 9krfrieg77n9pxm58z9ezrsyqc cbxygd48dbdkmjc3xg8tywxzme
  ig4jka5hqidxjkpuz3eoj4z89a frftcy65p7gmfjjqh7tpyfbzna u51hmii38fgz8cqbksd69sq5ph
  hiwimfn3ejnz9ph15oz5b4hd7o`.split(/\s+/)

export const filesScene: Scene = {
  file: 'rest-files',
  prepare({ town }) {
    town.config.maxFileSize = 1024 * 1024
  },
  before: {
    'post with 11 files': (stage) => {
      for (const [index, id] of eleven.entries()) seedFile(stage, id, bot, `f${index}.csv`)
    },
    'patch a reply: attach a new file': (stage) =>
      seedFile(stage, 'uh89t1u563nxmq9ro5fk4tmbie', bot, 'inscription-corrige-2.csv'),
    'download from a private channel the bot is not in': (stage) =>
      seedFile(stage, '8qfwabe86bng7rs3a3rziezazw', admin, 'x.csv', privateChannel),
    'file uploaded but never posted, read by another': (stage) =>
      seedFile(stage, 'y5fcz4km5bd4mcwbocft5e1mza', marie, 'orphelin.csv'),
  },
  instead: { 'upload of two files at once': replayWithBoth },
}

/** The recording kept the second file only. */
function replayWithBoth(stage: Stage, { request, ...rest }: Exchange): Promise<readonly string[]> {
  const file = { size: 32, type: '' }
  const files = [
    { filename: 'a.csv', ...file },
    { filename: 'b.csv', ...file },
  ]
  const multipart = { channel_id: 'fgy5gas8tjfw9cuqxginqwb3rr', files }
  return replay(stage, { ...rest, request: { ...request, body: { multipart } } })
}
