// How much Slack takes (docs.slack.dev/reference/block-kit), with room to spare where Slack itself is vague.

export const limits = {
  /** Characters of all blocks of a post together: Slack refuses some 13,200. */
  body: 9_000,
  /** Characters of one run of text. */
  span: 3_000,
  /** Lines of small print, and characters of all of them. */
  notes: 6,
  noteTexts: 1_500,
  /** Blocks of text; 50 are all. */
  blocks: 36,
  /** The text that stands in a notification; an edit takes 4,000. */
  fallback: 3_000,
  link: 3_000,
  buttons: 10,
  button: 75,
  buttonValue: 2_000,
  choices: 5,
  options: 100,
  /** Characters of the options of all menus together. */
  optionTexts: 1_500,
  option: 75,
  optionValue: 150,
  placeholder: 150,
  actionId: 255,
} as const

/** At most that many characters, the last one `…` when something was left out; never half a character. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
