// Every vector keeps what every report promises.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { askedOfMoodle } from './moodle-reader.ts'
import { checkSample } from './sample.ts'
import { expectSound } from './sound.ts'

const folder = new URL('../vectors/', import.meta.url)
const names = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/input.csv`, folder)))

it.each(names)('%s', (name) => {
  const bytes = readFileSync(new URL(`${name}/input.csv`, folder))
  expectSound(checkSample(bytes), bytes)
})

it('reads a backslash as PHP does', () => {
  const asked = (group: string) =>
    askedOfMoodle(new TextEncoder().encode(`username,course1,group1\na,b,${group}\n`), ',').map((each) => each.group)
  expect(asked('"x"" y"')).toEqual(['x" y'])
  expect(asked('"x\\" y"')).toEqual(['x\\" y'])
  expect(asked(' "x"y')).toEqual(['xy'])
  expect(() => asked('"x\\",y')).not.toThrow()
  expect(() => asked('x,y')).toThrow('csvweirdcolumns')
})
