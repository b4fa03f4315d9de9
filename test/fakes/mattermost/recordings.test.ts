// Holds the fake to what a real server answered: every recorded exchange is replayed, or left out by name and reason.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { replayCallbacks } from './recordings/callback-runner.ts'
import { callbackScenes } from './recordings/callback-scenes.ts'
import { differences } from './recordings/differences.ts'
import { Line } from './recordings/line.ts'
import { idsOfFrames } from './recordings/play.ts'
import { type Frame, type Recording, readRecordings } from './recordings/read.ts'
import { restScenes } from './recordings/rest-scenes.ts'
import type { Scene } from './recordings/scene.ts'
import { replay, swapAll } from './recordings/send.ts'
import { socketScripts } from './recordings/socket-scripts.ts'
import { type Stage, setStage } from './recordings/stage.ts'

let stage: Stage
const replayed: string[] = []

describe.each(restScenes)('$file', (scene) => {
  beforeAll(async () => {
    stage = await setStage(scene.settled)
    scene.prepare?.(stage)
  })
  afterAll(() => stage.end())

  it.each(played(scene))('$name', async (recording) => {
    const { name, request, response } = recording
    scene.before?.[name]?.(stage)
    if (request && response) {
      const exchange = { name, request, response }
      expect(await (scene.instead?.[name] ?? replay)(stage, exchange)).toEqual([])
    } else expect(differences(swapAll(stage, recording.callbacks as never), receivedBodies(), name)).toEqual([])
    replayed.push(name)
  })
})

describe.each(callbackScenes)('$file', (scene) => {
  let line: Line

  beforeAll(async () => {
    stage = await setStage()
    scene.prepare?.(stage)
    line = new Line(stage)
    await line.open('<token of marie>')
  })
  afterAll(async () => {
    await line.end('close')
    await stage.end()
  })

  it.each(played(scene))('$name', async (recording) => {
    expect(await replayCallbacks(stage, scene, line, recording)).toEqual([])
    replayed.push(recording.name)
  })
})

describe('websocket', () => {
  let line: Line

  beforeAll(async () => {
    stage = await setStage()
  })
  afterAll(() => stage.end())

  afterEach(() => line.end('terminate'))

  it.each(socketRecordings)('$name', async (recording) => {
    line = new Line(stage)
    await socketScripts[recording.name]!({ stage, line, ids: idsOfFrames(recording) })
    await line.settle()
    const frames = (recording.frames ?? []).filter(isHeard)
    const heard = isCut(recording) ? line.heard.slice(0, frames.length) : line.heard
    expect(differences(frames as never, heard as never)).toEqual([])
    replayed.push(recording.name)
  })
})

it('replays all but a few, whose reasons are given', () => {
  const scenes = [...restScenes, ...callbackScenes]
  expect(scenes.flatMap(({ leftOut = {} }) => Object.keys(leftOut))).toEqual(leftOut)
  expect(replayed).toHaveLength(245)
})

/** The socket is in the list of the sockets; the others give their reason in their scene. */
const leftOut = [
  'autocomplete suggestions for the command as a person types',
  'a socket while over the limit',
  'the command as the server made it',
]

const played = ({ file, leftOut = {} }: Scene): readonly Recording[] =>
  readRecordings(file).filter(({ name }) => leftOut[name] === undefined)

const receivedBodies = () => stage.bot.received.splice(0).map(({ text }) => JSON.parse(text) as never)

const socketRecordings = ['websocket', 'rest-rate-limit'].flatMap(readRecordings).filter(({ frames }) => frames)

/** Of hundreds of frames, the first were kept. */
const isCut = ({ frames = [] }: Recording): boolean => frames.some(({ event = '' }) => / frames in all/.test(event))

/** Not what the client sent, nor what is only told. */
const isHeard = ({ sent, event = '' }: Frame): boolean =>
  !sent && !/^(\d+ |reconnect|after |connect while|up again|GET .* down)/.test(event)
