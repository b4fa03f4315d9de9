// Markdown, so that what the terminal shows can be pasted into the documentation.
import type { Contender } from './contenders.ts'
import { judge, whole } from './limits.ts'
import type { Measured } from './measure.ts'
import type { Medians } from './medians.ts'
import type { Options } from './options.ts'

type Cells = readonly string[]

/** A line per contender; ratios are to `csv-parse alone` on the same number of rows. */
export function figuresTable({ chosen, rows }: Options, medians: Medians): string {
  const yardstick = medians.get('csv-parse')
  const lineOf = (it: Contender, measured?: Measured) =>
    measured ? [figuresOf(it, rows * it.share, measured, yardstick)] : []
  const head = ['', 'rows', 'start ms', 'job ms', '÷ csv-parse', 'whole ÷', 'peak MiB', 'kept', 'others']
  return table([head, ...chosen.flatMap((it) => lineOf(it, medians.get(it.id)))])
}

function figuresOf({ label, share }: Contender, rows: number, measured: Measured, yardstick?: Measured): Cells {
  const { start, job, peak, kept, others } = measured
  const perRow = (part: number, other: number | undefined) =>
    other === undefined ? '' : (part / share / other).toFixed(2)
  const ratios = [
    perRow(job, yardstick?.job),
    share === 1 ? perRow(whole(measured), yardstick && whole(yardstick)) : '',
  ]
  return [label, ...[rows, start, job].map(rounded), ...ratios, ...[peak, kept, others].map(rounded)]
}

/** A line per limit that could be judged. */
export function limitsTable(medians: Medians): string {
  const lines = judge(medians).map(({ label, figure, limit, unit }) => {
    const digits = unit === '×' ? 2 : 0
    return [label, figure.toFixed(digits) + unit, `≤ ${limit}${unit}`, figure <= limit ? 'pass' : 'not reached']
  })
  return table([['', 'measured', 'limit', ''], ...lines])
}

const rounded = (number: number): string => number.toFixed(0)

function table(lines: readonly Cells[]): string {
  const widths = lines[0]!.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]!.length)))
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))
  const padded = (cells: Cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
  const [head, ...body] = lines.map(padded)
  return [head!, rule, ...body].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}
