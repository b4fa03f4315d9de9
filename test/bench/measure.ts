// What a contender says of itself, from the operating system's account of the whole process, all threads included.

/** Paths that a contender is started with; `out` is a folder of its own. */
export type Paths = { readonly file: string; readonly snapshot: string | null; readonly out: string }

/** Rows that came out corrected, and the others: contenders that do the same job must agree on them. */
export type Counts = {
  readonly kept: number
  readonly others: number
  /** Milliseconds: the longest time that a timer had to wait. */
  readonly stall?: number
}

export type Measured = Counts & {
  /** CPU milliseconds (user and system) before the job: node, modules and what the job needs to know of the site. */
  readonly start: number
  /** CPU milliseconds of the job. */
  readonly job: number
  /** Seconds of the job on the clock, which other processes lengthen. */
  readonly wall: number
  /** Highest resident memory of the process in MiB. */
  readonly peak: number
}

type Job = () => Counts | Promise<Counts>

/** Prepares the job, does it, and prints a `Measured` as JSON. */
export async function measure(prepare: (paths: Paths) => Job | Promise<Job>): Promise<void> {
  const [file = '', out = '.', snapshot = ''] = process.argv.slice(2)
  const job = await prepare({ file, out, snapshot: snapshot === '' ? null : snapshot })
  const start = cpu()
  const clock = performance.now()
  const counts = await job()
  const wall = (performance.now() - clock) / 1000
  const peak = process.resourceUsage().maxRSS / 1024
  const measured: Measured = { ...counts, start, job: cpu() - start, wall, peak }
  process.stdout.write(JSON.stringify(measured))
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
