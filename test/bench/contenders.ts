// Who runs, on how many rows, and whether it knows the site: the order here is the order of every round.

export type Contender = {
  readonly id: string
  readonly label: string
  readonly script: string
  /** Share of `--rows`; `csv-file-validator` compares every row with every other. */
  readonly share: number
  readonly knowsSite: boolean
  readonly flags?: readonly string[]
}

const known = { share: 1, knowsSite: true }
const unknown = { share: 1, knowsSite: false }
/** As `bin/enrol-check.js` starts it; the others have what node gives them. */
const flags = ['--max-semi-space-size=8', '--preserve-symlinks', '--preserve-symlinks-main']

export const contenders: readonly Contender[] = [
  { id: 'csv-parse', label: 'csv-parse alone', script: 'contender-csv-parse.ts', ...unknown },
  { id: 'check', label: 'this check', script: 'contender-check.ts', ...unknown, flags },
  { id: 'check-known', label: 'this check, site known', script: 'contender-check.ts', ...known, flags },
  {
    id: 'check-ten',
    label: 'this check, ten times the rows',
    script: 'contender-check.ts',
    ...unknown,
    flags,
    share: 10,
  },
  { id: 'zod', label: 'csv-parse + zod', script: 'contender-zod.ts', ...known },
  { id: 'duckdb', label: 'DuckDB', script: 'contender-duckdb.ts', ...known },
  { id: 'validator', label: 'csv-file-validator', script: 'contender-validator.ts', ...known, share: 0.1 },
  { id: 'stall', label: 'this check, in the bot', script: 'contender-stall.ts', ...known },
]
