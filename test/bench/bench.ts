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
  const medians = measureAll(options, inputs, (text) => process.stderr.write(`${text}\n`))
  process.stdout.write(
    [
      `Medians of ${runs} interleaved runs; CPU of all threads, user and system; node ${process.versions.node}, ${availableParallelism()} cores.\n`,
      figuresTable(options, medians),
      limitsTable(medians),
    ].join('\n'),
  )
} finally {
  inputs.remove()
}
