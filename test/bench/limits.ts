// What was promised, as ratios of medians: of the job alone where reading the site would hide the check, else of all.
import type { Measured } from './measure.ts'
import type { Medians } from './medians.ts'

export type Outcome = { readonly label: string; readonly figure: number; readonly limit: number; readonly unit: string }

type Limit = {
  readonly label: string
  readonly limit: number
  readonly unit: string
  readonly needs: readonly string[]
  readonly figure: (...needed: Measured[]) => number
}

/** CPU of the whole process. */
export const whole = ({ start, job }: Measured): number => start + job

const ratio = (of: (measured: Measured) => number) => (one: Measured, other: Measured) => of(one) / of(other)
const ofJob = ratio(({ job }) => job)
const ofWhole = ratio(whole)
const peak = ({ peak }: Measured) => peak

const limits: readonly Limit[] = [
  { label: 'check ÷ csv-parse, whole process', limit: 1.25, unit: '×', needs: ['check', 'csv-parse'], figure: ofWhole },
  { label: 'check ÷ csv-parse, job', limit: 1.25, unit: '×', needs: ['check', 'csv-parse'], figure: ofJob },
  { label: 'site known ÷ csv-parse, job', limit: 1.25, unit: '×', needs: ['check-known', 'csv-parse'], figure: ofJob },
  {
    label: 'site known ÷ DuckDB, whole process',
    limit: 0.6,
    unit: '×',
    needs: ['check-known', 'duckdb'],
    figure: ofWhole,
  },
  { label: 'site known ÷ DuckDB, job', limit: 0.6, unit: '×', needs: ['check-known', 'duckdb'], figure: ofJob },
  { label: 'ten times the rows, job', limit: 11, unit: '×', needs: ['check-ten', 'check'], figure: ofJob },
  { label: 'peak memory', limit: 165, unit: ' MiB', needs: ['check'], figure: peak },
  { label: 'peak memory, ten times the rows', limit: 450, unit: ' MiB', needs: ['check-ten'], figure: peak },
  { label: 'stall of the bot', limit: 25, unit: ' ms', needs: ['stall'], figure: ({ stall }) => stall ?? Number.NaN },
]

/** Outcomes of the limits whose contenders took part. */
export function judge(medians: Medians): readonly Outcome[] {
  return limits.flatMap(({ needs, figure, ...limit }) => {
    const measures = needs.map((id) => medians.get(id))
    return measures.every((it) => it !== undefined) ? [{ ...limit, figure: figure(...measures) }] : []
  })
}
