// How words are made to stand out; a terminal gives colours, a file gives nothing.

type Paint = (text: string) => string
export type Style = {
  readonly bold: Paint
  readonly dim: Paint
  readonly red: Paint
  readonly yellow: Paint
  readonly green: Paint
}

const plain: Paint = (text) => text

/** Text as it is. */
export const plainStyle: Style = { bold: plain, dim: plain, red: plain, yellow: plain, green: plain }
