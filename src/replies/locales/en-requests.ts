import type { Rows } from '../../batches/digest.ts'
import { code, type Line, line } from '../line.ts'
import { plurals } from './plural.ts'
import type { RequestWords } from './request-words.ts'

const { number, count, form } = plurals('en')
const rows = (n: number) => count(n, 'row', 'rows')
const uploaded = (n: number) => `${rows(n)} uploaded`

export const enRequests: RequestWords = {
  today: 'today',
  yesterday: 'yesterday',
  requestOf: (day, isRecent) => (isRecent ? `${day}’s request` : `the request of ${day}`),

  onHold: ({ good, waiting }, site) => {
    if (good === 0) return line`⏳ **${rows(waiting)} on hold until the account is old enough for ${site}.**`
    const others = good === 1 ? 'The other one is ready' : `The other ${number(good)} are ready`
    return line`⏳ **${rows(waiting)} out of ${number(good + waiting)} on hold for their account.** ${others} for ${site}.`
  },
  onHoldBlindly: (n, site) =>
    line`⏳ **${rows(n)} on hold for ${site}: the form is good, only the age of the accounts is still open.**`,
  retry: (moment) => `I will check again ${moment}.`,
  handedBefore: (n) => `${count(n, 'row of this request has', 'rows of this request have')} already been uploaded.`,
  age: (site, moment) => `ℹ️ What I know of ${site} dates from ${moment}.`,
  accountsQuestion: (site) => line`**Have all the ${site} accounts existed since yesterday at least?**`,
  accountsAnswer: {
    old: 'Accounts: all old enough, according to the answer received.',
    new: 'Accounts: some too new, according to the answer received.',
    unsure: 'Accounts: of unknown age, according to the answer received.',
  },

  morning: {
    ready: (request, awaited, n) =>
      line`✅ Good news for ${request}: the awaited accounts can now be enrolled (${rows(awaited)}). **The file (${rows(n)}) is ready.**`,
    readyBlindly: (request, n) =>
      line`✅ Good news for ${request}: every account that existed yesterday can now be enrolled. **The file (${rows(n)}) is ready.**`,
    readyPart: (request, settled, left) =>
      line`✅ Good news for ${request}: the awaited accounts can now be enrolled (${rows(settled)}). ${rows(left)} still ${form(left, 'needs', 'need')} a look.`,
    fewer: (request, settled, awaited) =>
      line`⏳ Some news for ${request}: ${number(settled)} of the ${rows(awaited)} on hold ${form(settled, 'is', 'are')} ready. ${form(awaited - settled, 'The other one is', 'The others are')} still waiting for an account that is old enough.`,
    same: (request, n) =>
      line`⏳ Nothing new for ${request}: ${rows(n)} ${form(n, 'is', 'are')} still waiting for an account that is old enough.`,
    faulty: (request, n) =>
      line`⚠️ Some news for ${request}: ${rows(n)} ${form(n, 'needs', 'need')} a look. The details are above in this thread.`,
    longAwaited: (n) =>
      `: these accounts have been missing for ${count(n, 'morning', 'mornings')}, could you have a look?`,
  },

  reminder: {
    toCorrect: (name, day, corrections, which) =>
      corrections === null
        ? line`📝 Your request ${spaced(name)}of ${day} is still waiting for corrections.`
        : line`📝 Your request ${spaced(name)}of ${day} is still waiting for ${count(corrections, 'correction', 'corrections')}${which.length === 0 ? [] : line` (${which})`}.`,
    toAnswer: (name, day, site) =>
      line`📝 Your request ${spaced(name)}of ${day} is still waiting for your answer: **have all the ${site} accounts existed since yesterday at least?**`,
    last: 'This is the last reminder.',
    openThread: 'Open the thread',
  },

  closing: {
    done: (n, site) => line`✅ **Request done: ${uploaded(n)} to ${site}.**`,
    withdrawn: (handed, site) =>
      handed === 0
        ? line`↩️ **Request withdrawn**: nothing was uploaded.`
        : line`↩️ **Request withdrawn**: ${uploaded(handed)} to ${site} before that.`,
    expired: (days) =>
      line`⌛ **Request closed**: nothing came for ${count(days, 'day', 'days')}. To go on with it, drop the file in the channel.`,
    taken: (name) =>
      line`↩️ **The file** ${code(name)} **was taken back.** Post the one that replaces it **in this thread**.`,
    by: (name) => line`by ${name}`,
    doneNews: (n, site) => line`✅ Done: ${uploaded(n)} to ${site}.`,
    handedNews: (n, site, rest) =>
      line`✅ ${uploaded(n)} to ${site}.${restText(rest) === '' ? '' : ` Left: ${restText(rest)}.`}`,
    withdrawnNews: line`↩️ Request withdrawn. To go on with it, drop the file in the channel.`,
    expiredNews: (days) => line`⌛ Request closed: nothing came for ${count(days, 'day', 'days')}.`,
    overtakenNews: line`⚠️ The request changed meanwhile: **nothing is marked as done**. See what is ready now, then mark it again.`,
  },

  refusals: {
    done: 'Only the team can mark a request as done.',
    digest: 'Only the team can ask for the digest.',
    withdraw: 'Only the person who made the request, or the team, can withdraw it.',
    remind: 'Only the person who made the request can ask to be reminded of it.',
    answer: 'Only the person who made the request, or the team, can answer about the accounts.',
    move: 'Only the person who made the request, or the team, can change its site.',
  },

  notes: {
    reminder: (moment) => `Noted: I will remind you ${moment}.`,
    nothingToRemind: 'Nothing to remind you of: no request of this thread is waiting for you.',
    done: (n) => `Noted: request done (${rows(n)}).`,
    handed: (n) => `Noted: ${uploaded(n)}, the rest is still waiting.`,
    nothingToHand: 'No row is ready here: there is nothing to mark as done yet.',
    withdrawn: 'Noted: the request is withdrawn.',
    accountsOld: 'Noted: the accounts have existed since yesterday at least, the request no longer has to wait.',
    accountsLater: (moment) => `Noted: I will check again ${moment}, once the accounts are a day old.`,
    closed: (state) => `This request is already ${state}.`,
    moved: (site) => `Noted: the request is now for ${site}, I am checking it again.`,
  },

  status: {
    since: (moment) => `since ${moment}`,
    next: {
      received: 'Next: the check, under way.',
      'needs-changes': 'Next: the rows to review, corrected and then dropped in the thread.',
      ready: 'Next: the team uploads the file.',
      answer: 'Next: say whether all the accounts have existed since yesterday, with the buttons of my answer.',
    },
    nextRetry: (moment) => `Next: I will check again ${moment}.`,
    none: line`No request in this thread. The open ones: ${code('/enrol-check pending')}`,
    noneOfMine: line`You have no open request.`,
  },
}

const spaced = (name: Line): Line => (name.length === 0 ? [] : [...name, ' '])

function restText({ good, faulty, waiting }: Rows): string {
  const told = [
    good > 0 ? `${rows(good)} to upload` : '',
    faulty > 0 ? `${rows(faulty)} to review` : '',
    waiting > 0 ? `${rows(waiting)} on hold` : '',
  ]
  return told.filter((part) => part !== '').join(', ')
}
