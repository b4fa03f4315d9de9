// Slack shows a file a moment after it said that it would; until then it does not tell where.
import { describe, expect, it } from 'vitest'
import { createUploads } from '../../../src/adapters/slack/uploads.ts'
import type { Web } from '../../../src/adapters/slack/web.ts'
import { fakeClock } from '../../fakes/clock.ts'

const place = { channel: 'C1', thread: '1800000000.000001' }
const file = { id: 'F1', name: 'a.csv', sha: 'x' }

/** Slack that tells of no share, with the file in the thread all the same. */
function forgetful(): { readonly web: Web; readonly calls: unknown[] } {
  const calls: unknown[] = []
  const messages = [{ ts: '1800000000.000001' }, { ts: '1800000000.000002', files: [{ id: 'F1' }] }]
  const answers: Readonly<Record<string, unknown>> = {
    'files.info': { file: { id: 'F1', shares: {} } },
    'conversations.replies': { messages },
  }
  const call = (method: string, given: unknown) => {
    calls.push([method, given])
    return Promise.resolve(answers[method] ?? {})
  }
  return { web: { call } as unknown as Web, calls }
}

describe('a file that was just shown', () => {
  it('is taken for shown for a while, then asked about', async () => {
    const clock = fakeClock()
    const { web } = forgetful()
    const uploads = createUploads(web, clock)
    await uploads.show([file], place)
    expect(await uploads.isShown(file)).toBe(true)
    clock.pass({ minutes: 1 })
    expect(await uploads.isShown(file)).toBe(false)
  })

  it('is found in the thread to be taken away with its message', async () => {
    const { web, calls } = forgetful()
    await createUploads(web, fakeClock()).remove([file], place)
    expect(calls).toContainEqual(['chat.delete', { channel: 'C1', ts: '1800000000.000002' }])
    expect(calls.at(-1)).toEqual(['files.delete', { file: 'F1' }])
  })
})
