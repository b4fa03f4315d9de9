// Rows of somebody new of which the site says the same: no rule on persons, on series or on what exists is asked about them.
import type { RowCursor } from '../table/row-cursor.ts'
import { isSilent } from './person.ts'
import type { RowDesk } from './row-desk.ts'
import { hasCourseTwice } from './series.ts'
import type { SilentSlot } from './slot-memory.ts'

/** For the row where the cursor stands, with those slots; of the rules, only those on accounts are asked here. */
export function unaskedOf(desk: RowDesk, row: RowCursor): (slots: readonly SilentSlot[]) => boolean {
  const { book, series, layout, context } = desk
  const { reference } = context
  const onAccounts = book.person.filter((rule) => rule.about === 'account')
  const knows = {
    accounts: reference.verified.includes('accounts'),
    enrolments: reference.verified.includes('enrolments'),
  }
  const isHeardOf = series.some(({ rule }) => rule.about === 'slots')

  function isAsOnSite(username: string): boolean {
    const account = reference.account(username)
    if (!account) return account === undefined
    return (
      row.reads(layout.email, account.email) &&
      row.reads(layout.lastname, account.lastname) &&
      row.reads(layout.firstname, account.firstname) &&
      onAccounts.every((rule) => isSilent(rule.check({ username, account }, context)))
    )
  }

  const isNotYetEnrolled = (username: string, slots: readonly SilentSlot[]): boolean =>
    slots.every(({ slot }) => slot.course === '' || !reference.enrolments(username, slot.course)?.length)

  return (slots) => {
    if (slots.length > 1 && hasCourseTwice(slots.map(({ slot }) => slot))) return false
    if (isHeardOf && !slots.every(({ isHeard }) => isHeard)) return false
    if (!knows.accounts && !knows.enrolments) return true
    const username = row.cell(layout.username)
    return isAsOnSite(username) && (!knows.enrolments || isNotYetEnrolled(username, slots))
  }
}
