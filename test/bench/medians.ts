// Interleaved: a machine that slows down slows everybody down, and a median forgets the round when it did.
import type { Contender } from './contenders.ts'
import type { Inputs } from './inputs.ts'
import type { Measured } from './measure.ts'
import type { Options } from './options.ts'
import { runNode } from './run-node.ts'

export type Medians = ReadonlyMap<string, Measured>

/** Runs everybody once to fill the caches, then in rounds; the medians by contender, figure by figure. */
export function measureAll({ chosen, rows, runs }: Options, inputs: Inputs, hear: (round: number) => void): Medians {
  const once = (contender: Contender) => runOnce(contender, rows, inputs)
  for (const contender of chosen) once(contender)
  const all = new Map<string, Measured[]>(chosen.map(({ id }) => [id, []]))
  for (let round = 1; round <= runs; round++) {
    hear(round)
    for (const contender of chosen) all.get(contender.id)!.push(once(contender))
  }
  return new Map(Array.from(all, ([id, measures]) => [id, medianOf(measures)]))
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
