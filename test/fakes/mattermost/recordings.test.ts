// Holds the fake to what a real server answered: every recorded exchange is replayed, or left out by name and reason.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { differences } from './recordings/differences.ts'
import { type Recording, readRecordings } from './recordings/read.ts'
import { restScenes } from './recordings/rest-scenes.ts'
import type { Scene } from './recordings/scene.ts'
import { replay, swapAll } from './recordings/send.ts'
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

const played = ({ file, leftOut = {} }: Scene): readonly Recording[] =>
  readRecordings(file).filter(({ name }) => leftOut[name] === undefined)

const receivedBodies = () => stage.bot.received.splice(0).map(({ text }) => JSON.parse(text) as never)
