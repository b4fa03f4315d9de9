// What the site says of the person of a row, and which of the rules on persons that concerns.
import type { Entry } from './entry.ts'
import type { Account } from './reference.ts'
import type { Answer, PersonRule } from './rule.ts'

export function isAbout({ about }: PersonRule, entry: Entry): boolean {
  if (about instanceof RegExp) return about.test(entry.username)
  if (about === 'stranger') return entry.account === null
  return entry.account ? about === 'account' || differs(entry, entry.account) : false
}

function differs({ firstname, lastname, email }: Entry, account: Account): boolean {
  return email !== account.email || lastname !== account.lastname || firstname !== account.firstname
}

export const isSilent = (answer: Answer): boolean => answer === null || (Array.isArray(answer) && answer.length === 0)
