// Files on which a fault of the checker was found once, with all that is decided on them now.
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkSample, told } from './sample.ts'
import { expectSound } from './sound.ts'

const folder = 'test/golden/checking'

it.each(globSync(`${folder}/*.csv`).toSorted())('%s', async (path) => {
  const bytes = readFileSync(path)
  const report = checkSample(bytes)
  expectSound(report, bytes)
  const plan = report.plan.map((it) => Object.values(it).join(' · '))
  const shown = [report.verdict, ...told(report.problems), ...plan, report.corrected?.text ?? 'nothing is written']
  await expect(`${shown.join('\n').replace(/\u0301.{20,}/g, '…')}\n`).toMatchFileSnapshot(
    `../../${path.replace(/csv$/, 'txt')}`,
  )
})
