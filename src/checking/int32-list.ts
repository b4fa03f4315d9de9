// One number for each of a million rows: an array of JavaScript takes twice the memory, and thrice while it grows.

export interface Int32List {
  readonly length: number
  at(index: number): number
  push(value: number): void
}

/** `expected`: how many there may be. */
export function makeInt32List(expected: number): Int32List {
  let values = new Int32Array(Math.max(expected, 16))
  let length = 0
  const grow = (): void => {
    const longer = new Int32Array(2 * values.length)
    longer.set(values)
    values = longer
  }
  return {
    get length() {
      return length
    },
    at: (index) => values[index]!,
    push(value) {
      if (length === values.length) grow()
      values[length++] = value
    },
  }
}
