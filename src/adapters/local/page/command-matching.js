// What may be meant by a command that is being written; it touches nothing, so that it can be tried without a page.

/** @typedef {import('../api-suggestions.ts').Suggestion} Suggestion */

export const slash = '/enrol-check'

/** @param {string} written the command's own name is not whole yet, or one word at most follows it */
export function isCommand(written) {
  return /^\/\S*$/.test(written) || /^\/enrol-check +\S*$/i.test(written)
}

/**
 * All while only the command's name is there; then those that begin so, then those whose line has a word that does.
 * @param {string} written
 * @param {readonly Suggestion[]} commands
 */
export function matching(written, commands) {
  const [name = '', word = ''] = written.split(/ +/)
  if (!slash.startsWith(name.toLowerCase())) return []
  const begun = fold(word)
  const byName = commands.filter((command) => command.name.startsWith(begun))
  const byText = commands.filter((command) => !byName.includes(command) && hasWord(command.text, begun))
  const all = [...byName, ...byText]
  return all.length === 1 && byName[0]?.name === begun ? [] : all
}

/**
 * Only what is surely not whole: Enter takes the first suggestion then.
 * @param {string} written
 * @param {Suggestion} first
 */
export function isBegun(written, first) {
  const word = fold(written.split(/ +/)[1] ?? '')
  if (word === '') return written.toLowerCase() !== slash && !written.includes(' ')
  return first.name !== word && first.name.startsWith(word)
}

/**
 * @param {string} text
 * @param {string} begun
 */
function hasWord(text, begun) {
  return (
    begun !== '' &&
    fold(text)
      .split(/[^a-z0-9]+/)
      .some((word) => word.startsWith(begun))
  )
}

/** @param {string} text */
function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
