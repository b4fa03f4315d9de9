// `--rows 100000 --runs 5 --only check,csv-parse`: fewer of each while working on one thing.
import { parseArgs } from 'node:util'
import { type Contender, contenders } from './contenders.ts'

export type Options = { readonly rows: number; readonly runs: number; readonly chosen: readonly Contender[] }

/** Throws for an unknown option, for what is no positive number, and when `--only` names nobody. */
export function readOptions(words: string[]): Options {
  const { values } = parseArgs({
    args: words,
    options: {
      rows: { type: 'string', default: '100000' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: contenders.map(({ id }) => id).join(',') },
    },
  })
  return { rows: positive('rows', values.rows), runs: positive('runs', values.runs), chosen: named(values.only) }
}

function positive(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} wants a number of 1 or more, not ${text}`)
  return Number(text)
}

function named(list: string): readonly Contender[] {
  return list.split(',').map((id) => {
    const found = contenders.find((contender) => contender.id === id)
    if (!found) throw new Error(`--only knows ${contenders.map((it) => it.id).join(', ')}, not ${id}`)
    return found
  })
}
