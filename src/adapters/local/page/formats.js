// Times, days and sizes as the person who looks writes them.
import { me, say } from './state.js'

/** @param {string} instant */
export function timeOf(instant) {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** @param {string} instant */
export function dayOf(instant) {
  const day = new Date(instant)
  if (day.toDateString() === new Date().toDateString()) return say().today
  const text = new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }).format(day)
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

/** @param {number} bytes */
export function sizeOf(bytes) {
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  const value = bytes / 1000 ** step
  const text = new Intl.NumberFormat(locale(), { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 }).format(value)
  return `${text}\u202f${say().units[step]}`
}

function locale() {
  return me()?.language === 'en' ? 'en-GB' : 'fr-FR'
}
