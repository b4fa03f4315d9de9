// `npm run bench`: ratios in one interleaved run, as the speed of a machine is nobody's promise; it never fails a build.
import { availableParallelism } from 'node:os'
import { makeInputs } from './inputs.ts'
import { measureAll } from './medians.ts'
import { readOptions } from './options.ts'
import { figuresTable, limitsTable } from './tables.ts'

const options = readOptions(process.argv.slice(2))
const { chosen, rows, runs } = options
const inputs = makeInputs(chosen.map(({ share }) => rows * share))
try {
  const medians = measureAll(options, inputs, (round) => process.stderr.write(`\rround ${round} of ${runs}`))
  process.stderr.write('\r')
  process.stdout.write(
    [
      `Medians of ${runs} interleaved runs; CPU of all threads, user and system; node ${process.versions.node}, ${availableParallelism()} cores.`,
      figuresTable(options, medians),
      limitsTable(medians),
    ].join('\n\n'),
  )
} finally {
  inputs.remove()
}
