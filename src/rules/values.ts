// Small conversions shared by the wording of the rules.
import type { Values } from '../checking/report.ts'

/** The sentence for the `reason` among the values of a problem. */
export const reasonOf = (values: Values, sentences: Readonly<Record<string, string>>): string =>
  sentences[String(values.reason)] ?? String(values.reason)

/** Bytes as megabytes, rounded up to a tenth. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / 100_000) / 10

/** The bytes of a text in ISO-8859-1, for the examples of the rules on encodings. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))
