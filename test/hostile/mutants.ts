// The vectors, damaged: what each report on them must keep.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { checkSample } from '../checking/sample.ts'
import { expectSound } from '../checking/sound.ts'
import { mutate, random } from './mutate.ts'

const folder = new URL('../vectors/', import.meta.url)
const inputs = readdirSync(folder)
  .map((name) => new URL(`${name}/input.csv`, folder))
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path))

const texts = inputs.map((bytes) => new TextDecoder().decode(bytes).split('\n'))

/** The bytes that the seed stands for: a damaged vector, often with rows of others that have the same header. */
export function mutant(seed: number): Uint8Array {
  const vector = seed % inputs.length
  return mutate(seed % 4 === 0 ? inputs[vector]! : withOthers(texts[vector]!, random(seed)), seed)
}

function withOthers(lines: readonly string[], next: () => number): Uint8Array {
  const alike = texts.filter(([header]) => header === lines[0])
  const others = Array.from({ length: 5 }, () => alike[Math.floor(next() * alike.length)]![1] ?? '')
  return new TextEncoder().encode([...lines.filter((line) => line !== ''), ...others, ''].join('\n'))
}

/** What went wrong with the mutants of these seeds, a line each; verdicts are counted so that a run proves something. */
export function tryMutants(from: number, to: number) {
  const faults: string[] = []
  const verdicts: Record<string, number> = {}
  for (let seed = from; seed < to; seed++) {
    const bytes = mutant(seed)
    try {
      const report = checkSample(bytes)
      verdicts[report.verdict] = (verdicts[report.verdict] ?? 0) + 1
      expectSound(report, bytes)
    } catch (error) {
      faults.push(`seed ${seed}: ${String(error).slice(0, 300)} in ${JSON.stringify(new TextDecoder().decode(bytes))}`)
    }
  }
  return { faults, verdicts }
}
