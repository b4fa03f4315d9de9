// Interleaved: a machine that slows down slows everybody down, and a median forgets the round when it did.
import type { Contender } from './contenders.ts'
import type { Inputs } from './inputs.ts'
import type { Measured } from './measure.ts'
import type { Options } from './options.ts'
import { runNode } from './run-node.ts'

export type Medians = ReadonlyMap<string, Measured>

/** Runs everybody once to fill the caches, then in rounds those who could; the medians by contender, figure by figure. */
export function measureAll({ chosen, rows, runs }: Options, inputs: Inputs, say: (text: string) => void): Medians {
  const able = chosen.filter((contender) => isAble(contender, rows, inputs, say))
  const all = new Map<string, Measured[]>(able.map(({ id }) => [id, []]))
  for (let round = 1; round <= runs; round++) {
    say(`round ${round} of ${runs}`)
    for (const contender of able) all.get(contender.id)!.push(runOnce(contender, rows, inputs))
  }
  return new Map(Array.from(all, ([id, measures]) => [id, medianOf(measures)]))
}

/** One that breaks must not cost the figures of the others. */
function isAble(contender: Contender, rows: number, inputs: Inputs, say: (text: string) => void): boolean {
  try {
    runOnce(contender, rows, inputs)
    return true
  } catch (error) {
    say(`${contender.id} is left out: ${error instanceof Error ? error.message : String(error)}`)
    return false
  }
}

function runOnce({ script, share, knowsSite, flags }: Contender, rows: number, inputs: Inputs): Measured {
  const { file, snapshot } = inputs.pathsOf(rows * share)
  return JSON.parse(runNode(script, [file, inputs.out, ...(knowsSite ? [snapshot] : [])], flags)) as Measured
}

function medianOf(measures: readonly Measured[]): Measured {
  const keys = Object.keys(measures[0]!) as (keyof Measured)[]
  return Object.fromEntries(keys.map((key) => [key, median(measures.map((it) => it[key] ?? 0))])) as Measured
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}
