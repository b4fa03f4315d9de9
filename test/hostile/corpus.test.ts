// Tables that nobody here wrote (corpus/SOURCES.md): as they are, and as the rows of a file that is sound otherwise.
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { file } from '../../src/rules/examples.ts'
import { printRow } from '../../src/table/print.ts'
import { checkSample } from '../checking/sample.ts'
import { expectSound } from '../checking/sound.ts'

const paths = globSync('test/hostile/corpus/**/*.{csv,tsv,txt,json,xlsx,xls,ods}')
const sound = file({})

it('has them all', () => {
  expect(paths.length).toBeGreaterThan(270)
})

it.each(paths)('%s', (path) => {
  const bytes = readFileSync(path)
  expectSound(checkSample(bytes), bytes)
  const grafted = Buffer.concat([Buffer.from(sound), bytes])
  expectSound(checkSample(grafted), grafted)
})

it('keeps naughty strings in their cells, whatever the column', () => {
  const strings = JSON.parse(readFileSync('test/hostile/corpus/blns/blns.json', 'utf8')) as string[]
  const cells = sound.split('\n')[1]!.split(',')
  expect(strings.length).toBeGreaterThan(400)
  for (const column of cells.keys()) {
    const rows = strings.map((naughty) => printRow(cells.with(column, naughty), ','))
    const bytes = Buffer.from(`${sound}${rows.join('\n')}\n`)
    const report = checkSample(bytes)
    expectSound(report, bytes)
    expect(report.counts.rows).toBe(strings.length + 1)
  }
})
