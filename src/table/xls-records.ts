// The stream of an .xls is a chain of records; only those that hold values go on to the reader, as damaged or hostile
// ones made it run for minutes and take gigabytes.
import { CannotOpen } from './cannot-open.ts'

const bof = 0x809
const boundSheet = 0x85
const filePass = 0x2f
const continuation = 0x3c
const biff8 = 0x600
/** [MS-XLS] 2.1.4: no record is longer. */
const longestRecord = 8224
/** A number that no record has: readers pass over it. */
const nothing = 0xfff

/** EOF, FORMAT, XF, DATEMODE, CODEPAGE, SST; LABELSST, LABEL, RSTRING, NUMBER, RK, MULRK, BOOLERR, FORMULA, STRING. */
const kept = new Set([
  ...[bof, boundSheet, 0x0a, 0x41e, 0xe0, 0x22, 0x42, 0xfc],
  ...[0xfd, 0x204, 0xd6, 0x203, 0x27e, 0xbd, 0x205, 0x06, 0x207],
])

/**
 * Returns a copy of a `Workbook` stream in which the records that hold no value are blanked out; no offset changes.
 * @throws CannotOpen when the chain is broken, encrypted or of Excel 95
 */
export function onlyValues(stream: Uint8Array): Buffer {
  const records = Buffer.from(stream)
  let isKept = false
  for (let at = 0; at + 4 <= records.length; at += 4 + records.readUInt16LE(at + 2)) {
    const type = records.readUInt16LE(at)
    if (type === 0) break
    checkRecord(records, at, type)
    if (type !== continuation) isKept = kept.has(type)
    if (!isKept) records.writeUInt16LE(nothing, at)
  }
  return records
}

function checkRecord(records: Buffer, at: number, type: number): void {
  const length = records.readUInt16LE(at + 2)
  if (type === filePass) throw new CannotOpen('encrypted')
  const isWhole = length <= longestRecord && at + 4 + length <= records.length
  const isOfItsTime = type === bof ? isWhole && records.readUInt16LE(at + 4) === biff8 : at > 0
  if (!isWhole || !isOfItsTime) throw new CannotOpen('spreadsheet')
}
