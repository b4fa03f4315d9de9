// Numbers as the person means them: numbers of students in full, dates in ISO form, whatever the width of the column.

/** Returns 21900010, never 2.19E+07, and without the noise of binary fractions. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

/** Returns 02190001 when the format is `00000000`, else the plain number. */
export function paddedNumber(value: number, format: string): string {
  const plain = plainNumber(value)
  return /^0+$/.test(format) && /^\d+$/.test(plain) ? plain.padStart(format.length, '0') : plain
}

export type DateParts = {
  readonly y: number
  readonly m: number
  readonly d: number
  readonly H: number
  readonly M: number
  readonly S: number
}

/** Returns 2027-01-15, 2027-01-15T08:30:00, or 08:30:00 for a time without a day (before 1900-01-01). */
export function isoDate({ y, m, d, H, M, S }: DateParts): string {
  const day = `${pad(y, 4)}-${pad(m)}-${pad(d)}`
  const time = `${pad(H)}:${pad(M)}:${pad(S)}`
  if (d === 0 || y < 1900) return time
  return H + M + S === 0 ? day : `${day}T${time}`
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}
