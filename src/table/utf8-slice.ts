// From a few bytes to a text by what `Buffer.toString` comes to in the end: its choice of an encoding costs as much again.

/** What node leaves out of its documentation and types, and has had since its first years. */
type Sliceable = { utf8Slice(start: number, end: number): string }

export const utf8Slice = (buffer: Buffer, start: number, end: number): string =>
  (buffer as unknown as Sliceable).utf8Slice(start, end)
