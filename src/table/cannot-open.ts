// Leaves the depths of a workbook with the reason that `readWorkbook` answers; it never leaves this folder.
import type { UnreadableReason } from './table.ts'

export class CannotOpen extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason) {
    super(reason)
    this.reason = reason
  }
}
