// Names of groups with `*` for anything. Regular expressions are not asked for: one that takes for ever is too easily
// written, and whoever posts a file chooses what it is tried on.

/** Each multiplies the time that a name may take by its length. */
export const mostStars = 2

/** True for what `groupNames` takes; a name of stars alone would be every group. */
export const isGroupName = (name: string): boolean => /[^*\s]/.test(name) && name.split('*').length - 1 <= mostStars

/** Matches the groups that have one of these names; null for no names. */
export function groupNames(names: readonly string[]): RegExp | null {
  if (names.length === 0) return null
  const choices = names.map((name) => name.trim().split('*').map(RegExp.escape).join('.*'))
  return new RegExp(`^(?=.{1,${longestGroup}}$)(?:${choices.join('|')})$`, 'su')
}

/** In code points; what is longer is an error by another rule (policy, groupN). */
const longestGroup = 254
