// How far a channel was heard: never further than what is stored, and never back.
import { beforeEach, describe, expect, it } from 'vitest'
import { createWatermarks, everywhere, type Watermarks } from '../../../src/adapters/slack/watermarks.ts'

const early = '1800000000.000100'
const middle = '1800005000.000100'
const late = '1800009000.000100'
const channel = 'C1'
const other = 'C2'

let stored: Map<string, string>
let watermarks: Watermarks
beforeEach(() => {
  stored = new Map()
  watermarks = watermarksOf(stored)
})

const watermarksOf = (marks: Map<string, string>) =>
  createWatermarks({
    watermark: (name) => Promise.resolve(marks.get(name) ?? null),
    setWatermark: (name, stamp) => Promise.resolve(void marks.set(name, stamp)),
  })

describe('the mark of a channel', () => {
  it('follows what was said', async () => {
    await watermarks.passed(channel, early)
    await watermarks.passed(channel, late)
    await watermarks.passed(channel, middle)
    expect(stored).toEqual(new Map([channel, everywhere].map((name) => [name, late])))
  })

  it('does not go back to an old post that is edited, or pointed at, after a start', async () => {
    await watermarks.passed(channel, late)
    await watermarksOf(stored).passed(channel, early)
    expect(stored).toEqual(new Map([channel, everywhere].map((name) => [name, late])))
  })

  it('stands still while the channel is held, and then follows', async () => {
    const release = watermarks.hold(channel)
    await watermarks.passed(channel, late)
    expect(stored).toEqual(new Map())
    await release()
    expect(stored.get(channel)).toBe(late)
  })

  it('stands still while all are held, until that channel was read', async () => {
    const releaseAll = watermarks.hold(everywhere)
    await watermarks.passed(channel, late)
    await watermarks.passed(other, late)
    expect(stored).toEqual(new Map())
    await watermarks.hold(channel)()
    expect(stored).toEqual(new Map([[channel, late]]))
    await releaseAll()
    expect(stored).toEqual(new Map([channel, other, everywhere].map((name) => [name, late])))
  })

  it('is not released by a reading from before all were held anew', async () => {
    watermarks.hold(everywhere)
    const releaseOld = watermarks.hold(channel)
    watermarks.hold(everywhere)
    await watermarks.passed(channel, late)
    await releaseOld()
    expect(stored).toEqual(new Map())
  })
})
