// The bot as a process of its own, on a Slack town somewhere else: `node slack-process.ts <api url> <folder>`. It is there
// to be killed.
import { systemClock } from '../../src/adapters/clock/system.ts'
import { createSlackChat } from '../../src/adapters/slack/chat.ts'
import { openStore } from '../../src/adapters/store/open.ts'
import { startApp } from '../../src/app/app.ts'
import type { Outside } from '../../src/app/outside.ts'
import { sites } from '../../src/moodle/sites.ts'
import { inlineChecker } from '../fakes/checker.ts'
import { noDirectory } from '../fakes/directory.ts'

const [, , apiUrl = '', dataDir = ''] = process.argv
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const store = await openStore({ databaseUrl: undefined, dataDir })
const chat = createSlackChat({
  ...{ botToken: 'xoxb-bot', appToken: 'xapp-app', apiUrl, clock: systemClock, log },
  ...{ channels: [], staff: [], staffGroup: null, sites },
  threads: () => store.batches.pending({ chat: 'slack' }),
  watermark: (channel) => store.postings.watermark('slack', channel),
  setWatermark: (channel, post) => store.postings.setWatermark('slack', channel, post),
})
const outside: Outside = {
  ...{ chats: [chat], connections: () => ({}), store, checker: inlineChecker, directory: noDirectory },
  ...{ clock: systemClock, log, sites, language: 'fr', emptyDigest: 'line' },
  ...{ retention: Temporal.Duration.from({ hours: 24 * 30 }), maxFileBytes: 100_000 },
}
const app = startApp(outside)
await chat.start(app.events)
process.stdout.write('started\n')
