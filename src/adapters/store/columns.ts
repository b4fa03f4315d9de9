// SQLite and PostgreSQL agree on text, numbers and bytes and on little else, so everything is stored as one of these.

/** Text that sorts like time: UTC, always three decimals. Finer than a millisecond is cut off. */
export function fromInstant(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'millisecond' })
}

/** The instant of a stored text. */
export function toInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text)
}

/** JSON text; what JSON cannot say (undefined) becomes null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null)
}

/** Text people typed, without NUL: PostgreSQL refuses that character, and a refused event would come back for ever. */
export function toText(typed: string): string {
  return typed.replaceAll('\0', '')
}

/** A plain Uint8Array with memory of its own: pg gives a Buffer, which may be a window on memory shared with others. */
export function toBytes(stored: Uint8Array): Uint8Array {
  return new Uint8Array(stored)
}
