import { code, line } from '../line.ts'
import type { DigestWords } from './digest-words.ts'
import { plurals } from './plural.ts'

const { number, count, form } = plurals('fr')
const weekday = (date: Temporal.PlainDate) => date.toLocaleString('fr', { weekday: 'long' })

export const frDigest: DigestWords = {
  title: (n, inStates) => line`**${n === 1 ? 'Demande' : 'Demandes'} en cours : ${number(n)}** (${inStates})`,
  inState: (state, n) => `${number(n)} ${state === 'ready' ? form(n, 'prête', 'prêtes') : frDigest.state[state]}`,
  overdue: (n) => `⏰ ${count(n, 'attend', 'attendent')} depuis longtemps`,
  state: {
    received: 'à vérifier',
    'needs-changes': 'à corriger',
    waiting: 'en attente',
    ready: 'prête',
    done: 'terminée',
    withdrawn: 'retirée',
    expired: 'close',
  },
  forDays: (days) => {
    if (days === 0) return 'depuis aujourd’hui'
    return days === 1 ? 'depuis hier' : `depuis ${number(days)} jours`
  },
  rowsOf: ({ good, faulty, waiting }) => {
    if (faulty === 0 && waiting === 0) return count(good, 'ligne', 'lignes')
    const told = [
      good > 0 ? count(good, 'ligne prête', 'lignes prêtes') : '',
      faulty > 0 ? `${number(faulty)} à revoir` : '',
      waiting > 0 ? `${number(waiting)} en attente` : '',
    ]
    return told.filter((part) => part !== '').join(', ')
  },
  thread: 'fil',
  others: (n) => `… et ${count(n, 'autre', 'autres')}`,
  allOfThem: line` : ${code('/enrol-check pending')}`,
  done: (from, requests, rows) => {
    const when = from === null ? 'Hier' : `Depuis ${weekday(from)}`
    const imported = rows === 0 ? '' : `, ${count(rows, 'ligne importée', 'lignes importées')}`
    return `${when} : ${count(requests, 'demande terminée', 'demandes terminées')}${imported}.`
  },
  mistakes: 'À revoir le plus souvent ces 7 derniers jours',
  activity: (files, bars) => `Fichiers reçus ces 7 derniers jours : ${number(files)} ${bars}`,
  nothing: '✅ Aucune demande en cours.',
}
