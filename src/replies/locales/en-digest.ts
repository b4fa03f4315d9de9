import { code, line } from '../line.ts'
import type { DigestWords } from './digest-words.ts'
import { plurals } from './plural.ts'

const { number, count } = plurals('en')
const weekday = (date: Temporal.PlainDate) => date.toLocaleString('en-GB', { weekday: 'long' })

export const enDigest: DigestWords = {
  title: (n, inStates) => line`**Open requests: ${number(n)}** (${inStates})`,
  inState: (state, n) => `${number(n)} ${enDigest.state[state]}`,
  overdue: (n) => `⏰ ${count(n, 'has', 'have')} been waiting for a long time`,
  state: {
    received: 'to check',
    'needs-changes': 'to correct',
    waiting: 'on hold',
    ready: 'ready',
    done: 'done',
    withdrawn: 'withdrawn',
    expired: 'closed',
  },
  forDays: (days) => {
    if (days === 0) return 'since today'
    return days === 1 ? 'since yesterday' : `for ${number(days)} days`
  },
  rowsOf: ({ good, faulty, waiting }) => {
    if (faulty === 0 && waiting === 0) return count(good, 'row', 'rows')
    const told = [
      good > 0 ? `${count(good, 'row', 'rows')} ready` : '',
      faulty > 0 ? `${number(faulty)} to review` : '',
      waiting > 0 ? `${number(waiting)} on hold` : '',
    ]
    return told.filter((part) => part !== '').join(', ')
  },
  thread: 'thread',
  others: (n) => `… and ${count(n, 'other', 'others')}`,
  allOfThem: line`: ${code('/enrol-check pending')}`,
  done: (from, requests, rows) => {
    const when = from === null ? 'Yesterday' : `Since ${weekday(from)}`
    const uploaded = rows === 0 ? '' : `, ${count(rows, 'row', 'rows')} uploaded`
    return `${when}: ${count(requests, 'request', 'requests')} done${uploaded}.`
  },
  mistakes: 'Most often to review over the last 7 days',
  activity: (files, bars) => `Files received over the last 7 days: ${number(files)} ${bars}`,
  nothing: '✅ No open request.',
}
