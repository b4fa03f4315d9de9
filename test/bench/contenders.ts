// Who runs, on how many rows, and whether it knows the site: the order here is the order of every round.

export type Contender = {
  readonly id: string
  readonly label: string
  readonly script: string
  /** Share of `--rows`; `csv-file-validator` compares every row with every other. */
  readonly share: number
  readonly knowsSite: boolean
}

const known = { share: 1, knowsSite: true }
const unknown = { share: 1, knowsSite: false }

export const contenders: readonly Contender[] = [
  { id: 'csv-parse', label: 'csv-parse alone', script: 'contender-csv-parse.ts', ...unknown },
  { id: 'check', label: 'this check', script: 'contender-check.ts', ...unknown },
  { id: 'check-known', label: 'this check, site known', script: 'contender-check.ts', ...known },
  { id: 'check-ten', label: 'this check, ten times the rows', script: 'contender-check.ts', ...unknown, share: 10 },
  { id: 'stall', label: 'this check, in the bot', script: 'contender-stall.ts', ...known },
]
